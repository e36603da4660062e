import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch, openPopup, stopBackground } from './support/chromium.ts';
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
});
