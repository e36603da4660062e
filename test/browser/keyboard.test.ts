import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { axeOnCard, inCard, smallTargets } from './support/card.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';
import type { Overlay } from './support/overlay.ts';
import { followOwn } from './support/own-guide.ts';
import { background } from './support/plant.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const DELETE = '등록된 POP3/SMTP 예외 사용자 삭제하기';
const POP3 = '/admin/mail/secure?tab=pop3';

describe('by keyboard and screen reader', () => {
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
    await page.goto(hiworks.url + POP3);
    return async () => {
      await page.close();
      await hiworks.close();
    };
  });

  /** Presses Tab until the focus is on the card's button of that name. */
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press('Tab');
      const on = await inCard<string>(page, "return this.activeElement?.textContent ?? '';");
      if (on === name) return;
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  const focusInCard = () => inCard<string | null>(page, 'return this.activeElement?.className ?? null;');

  it('from the first step to the proof, without a mouse', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    await tabTo('화면의 대상으로 가기');
    await page.keyboard.press('Enter');
    // The focus is on the page's own radio now, because the admin has asked for it.
    await until(
      () => page.evaluate(() => document.activeElement?.matches('input[type="radio"]') ?? false),
      'the focus is on the target',
    );
    await page.keyboard.press('Space');
    await overlay.says('누르기 전에 확인해 주세요');
    await page.keyboard.press('Space');
    await overlay.says('선택 사항');
    await tabTo('건너뛰기');
    await page.keyboard.press('Enter');
    await overlay.says('저장을 클릭합니다');
    await until(async () => (await focusInCard()) === 'text', 'the heading has the focus');
    await tabTo('화면의 대상으로 가기');
    await page.keyboard.press('Enter');
    await until(() => page.evaluate(() => document.activeElement?.textContent === '저장'), 'on 저장');
    await page.keyboard.press('Enter');
    await overlay.says('저장된 값을 확인합니다');
    expect(hiworks.state().pop3.use).toBe(true);
    await tabTo('새로고침하여 확인');
    await page.keyboard.press('Enter');
    await overlay.says('저장된 값을 확인했습니다');
    await tabTo('마침');
    await page.keyboard.press('Enter');
    await overlay.gone();
  });

  it('a key of its own goes over to the card, and back to where one was', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    const worker = await background(launched);
    // No script can press a key of the browser's own; its event is what arrives.
    const press = () =>
      worker.evaluate(() => {
        type Chrome = { commands: { onCommand: { dispatch(name: string): void } } };
        (globalThis as unknown as { chrome: Chrome }).chrome.commands.onCommand.dispatch('swap-focus');
      });
    const href = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.focus('a[href="/admin/mail/archive"]');
    await press();
    await until(async () => (await focusInCard()) === 'text', 'the card has the focus');
    const shown = await inCard<string>(page, `return this.querySelector('.card .keys').innerText;`);
    expect(shown).toContain('Alt+Shift+K');
    await press();
    await until(async () => (await href()) === '/admin/mail/archive', 'the link has it again');
    expect(await focusInCard()).toBeNull();
    // Where nothing on the page had it, the way back is to what the step is about.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await press();
    await until(async () => (await focusInCard()) === 'text', 'the card has the focus');
    await press();
    await until(
      () => page.evaluate(() => document.activeElement?.matches('input[type="radio"]') ?? false),
      'the focus is on the target',
    );
  });

  it('the focus is never moved by what happens on the page', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    await page.focus('a[href="/admin/mail/archive"]');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.evaluate(() =>
      document.querySelector<HTMLInputElement>('input[type="radio"][value="Y"]')?.click(),
    );
    await overlay.says('선택 사항');
    expect(await focused()).toBe('/admin/mail/archive');
    expect(await focusInCard()).toBeNull();
  });

  it('every step is said once, politely, whatever the page does meanwhile', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    const live = `this.querySelector('[aria-live="polite"]')`;
    await inCard(
      page,
      `const live = ${live};
      live.said = [live.textContent];
      new MutationObserver(() => live.said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });`,
    );
    for (let turn = 0; turn < 3; turn++) {
      await page.evaluate((text) => document.querySelector('main')?.append(text), `변화 ${turn}`);
      await overlay.rest();
    }
    await doStep(overlay);
    await overlay.says('누르기 전에');
    await overlay.press('그만두기');
    await followUntil(overlay, '저장을 클릭합니다');
    const said = await inCard<string[]>(page, `return ${live}.said;`);
    expect(said.map((text) => text.split('.')[0])).toEqual([
      '6단계 중 4단계',
      '6단계 중 5단계',
      '6단계 중 6단계',
    ]);
    expect(said[0]).toContain('모든 사용자에게 적용됩니다');
  });

  it('axe finds nothing in any state of the card, and every target can be hit', async () => {
    const check = async (state: string) => {
      expect(await axeOnCard(launched, page), state).toEqual([]);
      expect(await smallTargets(page), state).toEqual([]);
    };
    let overlay: Overlay = await startGuide(launched, page, '예외 사용자 삭제', DELETE);
    await overlay.says('이미 되어 있습니다');
    await overlay.says('줄마다');
    await check('already, rows');
    const { rings } = await overlay.rest((seen) => seen.rings.length === 2);
    await page.mouse.click(rings[0]!.x + 10, rings[0]!.y + 15);
    await overlay.says('누르기 전에');
    await check('held');
    await overlay.press('그만두기');
    await overlay.press('나가기');
    await overlay.gone();

    overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    await check('a step');
    await page.click('a[href="/admin/mail/archive"]');
    await overlay.says('저장하지 않은');
    await check('leaving');
    await page.click('a[href="/admin/mail/archive"]');
    await overlay.says('화면에서 합니다');
    await check('elsewhere');
    await page.goto(hiworks.url + POP3);
    await followUntil(overlay, '저장된 값을 확인합니다');
    await check('checking');
    await overlay.press('새로고침하여 확인');
    await overlay.says('저장된 값을 확인했습니다');
    await check('saved');
    await overlay.press('마침');
    await overlay.gone();

    overlay = await followOwn(
      launched,
      page,
      'hiworks',
      '1. [사용 함] 또는 [사용 안함]을 선택합니다.\n2. [없는 단추]를 클릭합니다.\n',
    );
    await overlay.says('어느 쪽을');
    await check('branches');
  });
});
