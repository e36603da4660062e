import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch, openPopup, stopBackground, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';
import { Overlay } from './support/overlay.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';

describe('a walkthrough goes on', () => {
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
  });
  afterAll(() => launched?.close());
  beforeEach(async () => {
    hiworks = await startHiworks();
    page = await launched.browser.newPage();
    await signInHiworks(page, hiworks.url);
    return async () => {
      await page.close();
      await hiworks.close();
    };
  });

  it('when the admin leaves half-way and takes it up again from the toolbar', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    await overlay.press('나가기');
    await overlay.gone();
    await page.reload();
    expect((await overlay.look()).card).toBeNull();

    const popup = await openPopup(launched, page);
    const resume = await popup.waitForSelector('button ::-p-text(이어서 하기)', { timeout: 10_000 });
    await resume?.click();
    await page.bringToFront();
    // The choice was not saved before the reload: the page says so, and the walkthrough goes back to it.
    await overlay.says('사용 함을 선택합니다');
  });

  it('when the browser has stopped the background', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await doStep(overlay);
    await stopBackground(launched);
    await followUntil(overlay, '저장을 클릭합니다');
    await stopBackground(launched);
    await overlay.clickRing();
    await overlay.says('저장된 값을 확인합니다');
    expect(hiworks.state().pop3.use).toBe(true);
  });

  it('over a reload, and in another tab of the same console', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '사용 함을 선택합니다');
    await page.reload();
    await overlay.says('사용 함을 선택합니다');

    const second = await launched.browser.newPage();
    await second.goto(`${hiworks.url}/admin/mail/secure?tab=pop3`);
    const there = new Overlay(second);
    await there.says('사용 함을 선택합니다');
    await followUntil(there, '저장된 값을 확인합니다');
    expect(hiworks.state().pop3.use).toBe(true);
    await page.bringToFront();
    await overlay.says('저장된 값을 확인');
    await second.close();
  });

  it('when the extension is updated under it: the new one takes over, and nothing is lost or failed', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    const host = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('html > [popover]')].map(({ localName }) => localName),
      );
    const [old] = await host();
    await launched.browser.installExtension(inject('extension'));
    await until(async () => {
      const now = await host();
      return now.length === 1 && now[0] !== old;
    }, 'one overlay, and a new one');
    // What was chosen and is not saved yet is still so, and still done.
    await overlay.says('선택 사항');
    await overlay.press('건너뛰기');
    await overlay.says('저장을 클릭합니다');
    await followUntil(overlay, '저장된 값을 확인합니다');
    expect(hiworks.state().pop3.use).toBe(true);
    await overlay.press('새로고침하여 확인');
    expect((await overlay.says('저장된 값을 확인했습니다')).card).toContain('사용 안함 → 사용 함');
  });
});

describe('a walkthrough outlives the browser', () => {
  it('and goes on where it was, with what was so before', async () => {
    const profile = await mkdtemp(path.join(inject('home'), 'profile-'));
    const hiworks = await startHiworks();
    try {
      const first = await launch(inject('extension'), { profile });
      const page = await first.browser.newPage();
      await signInHiworks(page, hiworks.url);
      const overlay = await startGuide(first, page, 'pop3', ON);
      await followUntil(overlay, '사용 함을 선택합니다');
      await first.close();

      const second = await launch(inject('extension'), { profile });
      const again = await second.browser.newPage();
      await signInHiworks(again, hiworks.url);
      await again.goto(`${hiworks.url}/admin/mail/secure?tab=pop3`);
      const there = new Overlay(again);
      await there.says('사용 함을 선택합니다');
      await followUntil(there, '저장된 값을 확인합니다');
      await there.press('새로고침하여 확인');
      const { card } = await there.says('저장된 값을 확인했습니다');
      expect(card).toContain('사용 안함 → 사용 함');
      await second.close();
    } finally {
      await hiworks.close();
    }
  });
});
