import type { Page } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { startHiworks, startTerrace } from '../consoles/start.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { signInHiworks, signInTerrace } from './support/consoles.ts';
import { doStep, followUntil, startGuide } from './support/guide.ts';
import { followOwn } from './support/own-guide.ts';

const ON = '모든 사용자에게 POP3/SMTP 허용하기 (사용 함)';
const ADD = 'POP3/SMTP 예외 사용자 추가하기 (사용 안함)';
const CONCURRENT = '[TMSe] 동시 접속 횟수 제한 설정하기';
const POP3 = '/admin/mail/secure?tab=pop3';

const EITHER = `1. [하이웍스 관리 > 메일 관리 > 보안 메일]을 클릭합니다.
2. [보안 메일 > POP3/SMTP 설정]을 클릭합니다.
3. [사용 함] 또는 [사용 안함]을 선택합니다.
4. [저장]을 클릭합니다.
`;

describe('the walkthrough follows the admin', () => {
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
    return async () => {
      await page.close();
      await hiworks.close();
    };
  });
  const signIn = async (at: string, account?: string) => {
    await signInHiworks(page, hiworks.url, account);
    await page.goto(hiworks.url + at);
  };
  const panel = async () => {
    const open = await launched.browser.newPage();
    await open.goto(`chrome-extension://${launched.extension.id}/sidepanel.html`);
    const text = () => open.evaluate(() => document.body.innerText);
    return { text, close: () => open.close() };
  };

  it('says at the start how much is done already, on the card and beside the page', async () => {
    await signIn(POP3);
    const overlay = await startGuide(launched, page, '예외 사용자 추가', ADD);
    // Three of the way, and 사용 안함 itself, which is not passed over because of what it may do.
    await overlay.says('9단계 중 4단계는 이미 되어 있습니다');
    await overlay.says('사용 안함을 선택합니다');
    const side = await panel();
    await until(
      async () => (await side.text()).includes('9단계 중 4단계는 이미 되어 있습니다'),
      'the panel says so',
    );
    await side.close();
    await page.bringToFront();
    await overlay.press('다음');
    await overlay.says('방금 바꾸었다면');
    expect((await overlay.look()).card).not.toContain('이미 되어 있습니다');
  });

  it('re-opens a step that has come undone', async () => {
    await signIn(POP3);
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    await page.click('input[type="radio"][value="N"]');
    await overlay.says('사용 함을 선택합니다');
    await page.click('input[type="radio"][value="Y"]');
    await overlay.says('선택 사항');
  });

  it('offers the way back to where the step happens, and goes on there', async () => {
    await signIn(POP3);
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    await page.goto(`${hiworks.url}/office`);
    const { card, rings } = await overlay.says('‘POP3/SMTP 설정’ 화면에서 합니다');
    expect(card?.replace(/\s+/g, ' ')).toContain('하이웍스 관리 › 메일 관리 › 보안 메일 › POP3/SMTP 설정');
    expect(rings).toEqual([]);
    await overlay.press('가는 길 보기');
    await overlay.says('6단계 중 1단계');
    await followUntil(overlay, '사용 함을 선택합니다');
  });

  it('says that the account may not, in the page’s own words', async () => {
    await signIn('/office', 'user');
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await page.goto(hiworks.url + POP3);
    const { card } = await overlay.says('이 계정에는 권한이 없습니다');
    expect(card).toContain('접근 권한이 없습니다');
    expect(card).toContain('다시 찾기');
  });

  it('says that one has to sign in', async () => {
    await signIn(POP3);
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await overlay.says('사용 함을 선택합니다');
    await page.deleteCookie(...(await page.cookies()));
    await page.goto(hiworks.url);
    await page.locator('aria/계정 아이디[role="textbox"]').fill('admin');
    await page.locator('aria/다음[role="button"]').click();
    await overlay.says('로그인이 필요한 화면입니다');
  });

  it('keeps apart what was left out from what could not be found', async () => {
    await signIn(POP3);
    const overlay = await startGuide(launched, page, 'pop3', ON);
    await followUntil(overlay, '선택 사항');
    await page.evaluate(() => document.querySelector('input[name="pop_keep"]')?.closest('.row')?.remove());
    await overlay.says('찾지 못했습니다');
    await overlay.press('건너뛰기');
    await overlay.says('저장을 클릭합니다');
    const side = await panel();
    await until(
      async () => (await side.text()).includes('화면에 없어 하지 못함'),
      'the panel tells it apart',
    );
    await side.close();
  });

  it('carries what was seen of a step to the inquiry, and nothing that is somebody’s', async () => {
    await signIn(`${POP3}&from=mail`);
    const overlay = await followOwn(
      launched,
      page,
      'hiworks',
      '1. [예외 사용자 추가]를 클릭합니다.\n2. [정하린]을 클릭합니다.\n',
    );
    await overlay.says('예외 사용자 추가');
    const hide = (what: string) =>
      page.evaluate((words) => {
        const all = [...document.querySelectorAll<HTMLElement>('button,td')];
        const found = all.find((each) => each.textContent?.trim() === words);
        if (!found) throw new Error(`the console has no ${words}`);
        found.style.display = 'none';
      }, what);
    const asked = async () => {
      // Open before the press, which opens the browser's own panel as well: the word is for whoever hears it first.
      const side = await panel();
      await page.bringToFront();
      await overlay.press('문의하기');
      const lines = await until(async () => {
        const text = await side.text();
        return text.includes('화면에서 찾은 결과') ? text : null;
      }, 'the inquiry says what was seen');
      await side.close();
      return lines;
    };
    await hide('예외 사용자 추가');
    await overlay.says('지금은 보이지 않습니다');
    const first = await asked();
    expect(first).toContain('안내: 시험 안내 (own)');
    expect(first).toContain('단계: 1/2 (s1)');
    expect(first).toContain(`화면 주소: ${hiworks.url}/admin/mail/secure\n`);
    expect(first).toContain('화면에서 찾은 결과: 찾지 못함 (hidden)');
    expect(first).toMatch(/가장 비슷한 것 1: 버튼이나 링크 ‘예외 사용자 추가’ \d+% \(name, .*-hidden\)/);

    await hide('정하린');
    await overlay.press('건너뛰기');
    await overlay.says('정하린');
    await overlay.says('지금은 보이지 않습니다');
    const second = await asked();
    expect(second).toMatch(/가장 비슷한 것 1: \S+ \d+%/);
    expect(second).not.toContain('정하린');
    await overlay.press('나가기');
  });

  it('asks once which way to go, also after the page was loaded again', async () => {
    await signIn(POP3);
    const overlay = await followOwn(launched, page, 'hiworks', EITHER);
    await overlay.says('어느 쪽을 하시겠습니까?');
    await overlay.press('사용 안함');
    await until(async () => !(await overlay.look()).card?.includes('어느 쪽을'), 'the question is answered');
    await page.reload();
    await overlay.says('저장을 클릭');
    expect((await overlay.look()).card).not.toContain('어느 쪽을');
    await overlay.press('나가기');
  });
});

describe('after a save', () => {
  let launched: Launched;
  let terrace: Awaited<ReturnType<typeof startTerrace>>;
  let page: Page;

  beforeAll(async () => {
    launched = await launch(inject('extension'));
  });
  afterAll(() => launched?.close());
  beforeEach(async () => {
    terrace = await startTerrace();
    page = await launched.browser.newPage();
    await signInTerrace(page, terrace.url);
    return async () => {
      await page.close();
      await terrace.close();
    };
  });

  it('the console’s refusal is heard, and nothing is called saved', async () => {
    const before = terrace.state().switches.concurrentLimit;
    const overlay = await startGuide(launched, page, '동시 접속', CONCURRENT);
    await followUntil(overlay, '최대 접속 횟수');
    await overlay.clickRing();
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('0');
    await page.keyboard.press('Tab');
    await overlay.says('저장을 클릭');
    await doStep(overlay);
    await followUntil(overlay, /콘솔이 저장하지 않았다고|저장되지 않았습니다/);
    const { card } = await overlay.says('까지의 숫자로 입력하세요');
    expect(card).not.toContain('저장된 값을 확인했습니다');
    expect(terrace.state().switches.concurrentLimit).toEqual(before);
  });
});
