import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';
import type { Overlay } from './support/overlay.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const ADD = 'POP3/SMTP 예외 사용자 추가하기 (사용 안함)';
const TAKE_OUT = '선택한 POP3/SMTP 예외 사용자 빼기';
const DELETE = '등록된 POP3/SMTP 예외 사용자 삭제하기';

describe('an admin follows a guide on a Hiworks console', () => {
  let launched: Launched;
  let hiworks: Awaited<ReturnType<typeof startHiworks>>;
  let page: Page;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
  });
  afterAll(() => launched?.close());
  beforeEach(async () => {
    hiworks = await startHiworks();
    const context = await launched.browser.defaultBrowserContext();
    page = await context.newPage();
    await signInHiworks(page, hiworks.url);
    return async () => {
      await page.close();
      await hiworks.close();
    };
  });

  it('turns POP3/SMTP on for everybody, and has it read back', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '사용 함을 선택합니다');
    expect((await overlay.look()).card).toContain('모든 사용자에게 적용됩니다');
    await doStep(overlay);
    expect(hiworks.state().pop3.use).toBe(false);
    await followUntil(overlay, '저장된 값을 확인합니다');
    expect(hiworks.state().pop3).toMatchObject({ use: true, keepOnServer: true });
    await overlay.press('새로고침하여 확인');
    const seen = await overlay.says('저장된 값을 확인했습니다');
    expect(seen.card).toContain('사용 함');
    await overlay.press('마침');
    await overlay.gone();
  });

  it('goes the same way by keyboard alone', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await tabTo(page, '하이웍스 관리');
    await page.keyboard.press('Enter');
    await overlay.says('6단계 중 2단계');
    await tabTo(page, '메일 관리');
    await page.keyboard.press('Enter');
    await tabTo(page, '보안 메일');
    await page.keyboard.press('Enter');
    await overlay.says('사용 함을 선택합니다');
    await tabToChecked(page);
    await page.keyboard.press('ArrowLeft');
    await overlay.says('누르기 전에 확인해 주세요');
    expect(
      await page.evaluate(() =>
        document.querySelector('input[type="radio"]:checked')?.matches('[value="N"]'),
      ),
    ).toBe(true);
    await tabToChecked(page);
    await page.keyboard.press('ArrowLeft');
    await overlay.says('선택 사항');
    await overlay.press('건너뛰기');
    await overlay.says('저장을 클릭합니다');
    await tabTo(page, '저장');
    await page.keyboard.press('Enter');
    await overlay.says('저장된 값을 확인합니다');
    expect(hiworks.state().pop3.use).toBe(true);
  });

  it('says that nothing is saved when the save was only claimed', async () => {
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    await overlay.press('건너뛰기');
    await overlay.says('저장을 클릭합니다');
    await overlay.press('다음');
    await overlay.press('새로고침하여 확인');
    const seen = await overlay.says('저장되지 않았습니다');
    expect(seen.card).toContain('사용 안함');
    expect(hiworks.state().pop3.use).toBe(false);
    await overlay.press('저장 단계로 돌아가기');
    await overlay.says('사용 함을 선택합니다');
    await followUntil(overlay, '저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    await overlay.says('저장된 값을 확인했습니다');
    expect(hiworks.state().pop3.use).toBe(true);
  });

  it('adds an exception user through the dialog with two lists', async () => {
    const before = hiworks.state().pop3.exceptions.length;
    const overlay = await startGuide(launched, page, '예외 사용자 추가', ADD);
    await followUntil(overlay, '계정을 선택합니다');
    // Over the page's modal dialog the card must be on top and usable, not only drawn somewhere below.
    expect(await onTop(page, overlay)).toMatch(/^gj-/);
    const name = await choose(page, '추가 가능한 사용자', 0);
    await followUntil(overlay, '저장된 값을 확인합니다');
    expect(hiworks.state().pop3.exceptions).toHaveLength(before + 1);
    await overlay.press('새로고침하여 확인');
    const seen = await overlay.says('저장된 값을 확인했습니다');
    expect(seen.card).toContain(name.split(/[\s(]/)[0]);
  });

  it('takes an exception user out in the same dialog', async () => {
    const before = hiworks.state().pop3.exceptions.length;
    const overlay = await startGuide(launched, page, '예외 사용자 빼기', TAKE_OUT);
    await followUntil(overlay, '계정을 선택합니다');
    await choose(page, '예외 사용자', 0);
    await followUntil(overlay, '저장된 값을 확인합니다');
    expect(hiworks.state().pop3.exceptions).toHaveLength(before - 1);
    await overlay.press('새로고침하여 확인');
    await overlay.says('저장된 값을 확인했습니다');
  });

  it('deletes an exception for good: every row is offered, the admin chooses, the danger is said first', async () => {
    const [first, second] = hiworks.state().pop3.exceptions;
    const overlay = await startGuide(launched, page, '예외 사용자 삭제', DELETE);
    await followUntil(overlay, '되돌릴 수 없는 작업입니다');
    await overlay.says('줄마다 같은 버튼이 있습니다');
    const { rings } = await overlay.look();
    expect(rings.map((ring) => ring.kind)).toEqual(['choice', 'choice']);
    const target = rings[0]!;
    const press = () => page.mouse.click(target.x + target.width / 2, target.y + target.height / 2);
    await press();
    await overlay.says('누르기 전에 확인해 주세요');
    await press();
    await overlay.says('확인을 클릭');
    expect(hiworks.state().pop3.exceptions).toEqual([first, second]);
    await doStep(overlay);
    await overlay.says('저장된 값을 확인합니다');
    await overlay.press('새로고침하여 확인');
    await overlay.says('저장된 값을 확인했습니다');
    expect(hiworks.state().pop3.exceptions).toEqual([second]);
  });
});

/** Moves the focus with the Tab key until it is on the page's element of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const on = await page.evaluate(
      () => (document.activeElement as HTMLElement | null)?.innerText?.trim() ?? '',
    );
    if (on.split('\n')[0] === name) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

async function tabToChecked(page: Page): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('input[type="radio"]:checked'))) return;
  }
  throw new Error('Tab does not lead to the chosen radio');
}

/** What a click in the middle of the card would hit. */
async function onTop(page: Page, overlay: Overlay): Promise<string> {
  const { x, y } = await overlay.cardMiddle();
  return page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName ?? '', x, y);
}

/** Picks an entry of a list box with the mouse, and says what it reads. */
async function choose(page: Page, list: string, index: number): Promise<string> {
  const box = await page.waitForSelector(`aria/${list}[role="listbox"]`);
  const options = await box!.$$('option');
  const option = options[index]!;
  await option.click();
  return option.evaluate((element) => element.textContent ?? '');
}
