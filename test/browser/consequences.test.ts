import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { inCard } from './support/card.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { followUntil, startGuide } from './support/guide.ts';
import { middle, type Overlay } from './support/overlay.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const DELETE = '등록된 POP3/SMTP 예외 사용자 삭제하기';
const HELD = '누르기 전에 확인해 주세요';
const PRESSES = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup', 'change'];

describe('before something is done that is hard to take back', () => {
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

  /** What the page's own code hears from now on. */
  const listen = () =>
    page.evaluate((types) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const type of types)
        document.body.addEventListener(type, () => heard.push(type), { capture: true });
    }, PRESSES);
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const isOn = () =>
    page.evaluate(() => document.querySelector<HTMLInputElement>('input[type="radio"][value="Y"]')?.checked);
  const ringOf = async (overlay: Overlay, count = 1) => overlay.rest((seen) => seen.rings.length === count);

  it('the first press is held and never reaches the page; the next goes through', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    const target = middle(await ringOf(overlay));
    await listen();
    await page.mouse.click(target.x, target.y);
    const { card } = await overlay.says(HELD);
    for (const words of [
      '사용 함',
      '모든 사용자에게 적용됩니다',
      '지금 값은 ‘사용 안함’',
      '한 번 더 누르세요',
    ])
      expect(card).toContain(words);
    expect(await heard()).toEqual([]);
    expect(await isOn()).toBe(false);
    await overlay.clickAt(middle(await ringOf(overlay)));
    await overlay.says('선택 사항');
    expect(await heard()).toEqual(expect.arrayContaining(['pointerdown', 'click', 'change']));
    expect(await isOn()).toBe(true);
  });

  it('let be, it is held again; Escape in the card lets it be too, and does not leave', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    const target = middle(await ringOf(overlay));
    const letBe = [
      () => overlay.press('그만두기'),
      async () => {
        await inCard(page, "this.querySelector('.held-head').focus();");
        await page.keyboard.press('Escape');
      },
    ];
    for (const spare of [...letBe, ...letBe]) {
      await page.mouse.click(target.x, target.y);
      await overlay.says(HELD);
      await spare();
      await overlay.says('6단계 중 4단계');
      expect(await isOn()).toBe(false);
    }
  });

  it('what a script does is not the admin’s press, and is left alone', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    await page.evaluate(() =>
      document.querySelector<HTMLInputElement>('input[type="radio"][value="Y"]')?.click(),
    );
    expect(await isOn()).toBe(true);
    expect((await overlay.look()).card).not.toContain(HELD);
  });

  it('every row is another consequence: the one pressed is named, and another row is held again', async () => {
    const [first, second] = hiworks.state().pop3.exceptions;
    const overlay = await startGuide(launched, page, '예외 사용자 삭제', DELETE);
    await overlay.says('줄마다 같은 버튼이 있습니다');
    const { rings } = await ringOf(overlay, 2);
    const at = (index: number) => {
      const { x, y, width, height } = rings[index]!;
      return page.mouse.click(x + width / 2, y + height / 2);
    };
    await at(0);
    expect((await overlay.says(HELD)).card).toContain('정하린');
    await at(1);
    await overlay.says('장서은');
    expect(await page.$('[role="alertdialog"]')).toBeNull();
    await at(1);
    await overlay.says('확인을 클릭');
    expect(hiworks.state().pop3.exceptions).toEqual([first, second]);
  });

  it('Enter and Space are presses as well', async () => {
    const overlay = await startGuide(launched, page, '예외 사용자 삭제', DELETE);
    await overlay.says('줄마다 같은 버튼이 있습니다');
    for (const key of ['Enter', 'Space'] as const) {
      const button = await page.waitForSelector('tbody button');
      await button?.focus();
      await page.keyboard.press(key);
      await overlay.says(HELD);
      expect(await page.$('[role="alertdialog"]')).toBeNull();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('삭제');
      await overlay.press('그만두기');
      await overlay.says('줄마다 같은 버튼이 있습니다');
    }
    await (await page.waitForSelector('tbody button'))?.focus();
    await page.keyboard.press('Enter');
    await overlay.says(HELD);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="alertdialog"]');
    await overlay.says('확인을 클릭');
  });

  it('a way that would lose a change is held once, and never twice', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    const leave = () => page.click('a[href="/admin/mail/archive"]');
    await leave();
    expect((await overlay.says('저장하지 않은 변경이 있습니다')).card).toContain('저장');
    expect(page.url()).toContain('/admin/mail/secure');
    await leave();
    await until(async () => page.url().includes('/admin/mail/archive'), 'the second press leaves');
    await overlay.says('화면에서 합니다');
  });

  it('a way is not held when there is nothing to lose', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    await page.click('a[href="/admin/mail/archive"]');
    await until(async () => page.url().includes('/admin/mail/archive'), 'the press leaves');
  });
});
