import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { followUntil, startGuide } from './support/guide.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const DELETE = '등록된 POP3/SMTP 예외 사용자 삭제하기';

describe('at the end there is a record, and a way back', () => {
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
    await page.goto(`${hiworks.url}/admin/mail/secure?tab=pop3`);
    return async () => {
      await page.close();
      await hiworks.close();
    };
  });

  /** What the clipboard holds, pasted as a person would paste it. */
  const pasted = async () => {
    await launched.browser
      .defaultBrowserContext()
      .overridePermissions(hiworks.url, ['clipboard-read', 'clipboard-write']);
    return page.evaluate(() => navigator.clipboard.readText());
  };

  it('the record goes into a ticket, and what was changed is put back, with its own proof', async () => {
    const before = hiworks.state().pop3;
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '저장된 값을 확인합니다');
    expect((await overlay.says('콘솔의 답')).card).toContain('저장되었습니다');
    await overlay.press('새로고침하여 확인');
    const { card } = await overlay.says('저장된 값을 확인했습니다');
    expect(card?.replace(/\s+/g, ' ')).toContain('POP3/SMTP 사용 여부 바꿈 사용 안함 → 사용 함');

    await overlay.press('글로 복사');
    await overlay.says('복사했습니다');
    const plain = await until(pasted, 'the clipboard holds the record');
    expect(plain).toContain(`콘솔: 하이웍스 오피스 · ${hiworks.url}`);
    expect(plain).toContain('- POP3/SMTP 사용 여부: 사용 안함 → 사용 함 (바꿈)');
    await overlay.press('Markdown으로 복사');
    await until(
      async () => (await pasted()).includes('| POP3/SMTP 사용 여부 | 사용 안함 | 사용 함 |'),
      'Markdown',
    );

    await overlay.press('원래대로 되돌리기');
    await overlay.says('되돌리기: ');
    await followUntil(overlay, '저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    await overlay.says('저장된 값을 확인했습니다');
    expect(hiworks.state().pop3).toEqual(before);
    await overlay.press('글로 복사');
    await until(async () => {
      const both = await pasted();
      return both.includes('사용 함 → 사용 안함') && both.includes('사용 안함 → 사용 함');
    }, 'the record of both ways');
    await overlay.press('마침');
    await overlay.gone();
  });

  it('the side panel has the same record and the same way back', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    await overlay.says('저장된 값을 확인했습니다');
    const panel = await launched.browser.newPage();
    await panel.goto(`chrome-extension://${launched.extension.id}/sidepanel.html`);
    await panel.waitForSelector('.gj-receipt ::-p-text(사용 안함)');
    await panel.locator('button ::-p-text(원래대로 되돌리기)').click();
    await panel.waitForSelector('::-p-text(되돌리기: )');
    await panel.close();
    await page.bringToFront();
    await followUntil(overlay, '저장된 값을 확인합니다');
    expect(hiworks.state().pop3.use).toBe(false);
  });

  it('what nothing takes back is recorded with its row, and no way back is promised', async () => {
    const [first] = hiworks.state().pop3.exceptions;
    const overlay = await startGuide(launched, page, '예외 사용자 삭제', DELETE);
    await overlay.says('줄마다');
    const press = async () => {
      const { rings } = await overlay.rest((seen) => seen.rings.length === 2);
      const { x, y, width, height } = rings[0]!;
      await page.mouse.click(x + width / 2, y + height / 2);
    };
    await press();
    await overlay.says('누르기 전에');
    await press();
    await followUntil(overlay, '저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    const { card } = await overlay.says('되돌릴 수 없는 작업이라');
    expect(card).toContain('뺌');
    expect(card).toContain('정하린');
    expect(card).not.toContain('원래대로 되돌리기');
    expect(hiworks.state().pop3.exceptions).not.toContainEqual(first);
  });
});
