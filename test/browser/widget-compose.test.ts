import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS, until } from './support/chromium.ts';
import { WidgetPage, type WidgetSite, widgetSite } from './support/widget.ts';

let browser: Browser;
let site: WidgetSite;
let form: WidgetPage;

beforeAll(async () => {
  site = await widgetSite(inject('home'), '<giljabi-inquiry></giljabi-inquiry>');
  browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});
afterEach(async () => {
  site.hold.clear();
  await form.close();
});

/** The form with the caret in 문의 상세, and the editor there. */
async function open(closed = false): Promise<void> {
  form = await WidgetPage.open(browser, site.url, closed);
  if (closed) {
    await (await form.page.waitForSelector('aria/문의 상세[role="textbox"]'))!.focus();
    await until(() => form.pierced('DIV', 'gj-detail'), 'the editor');
    return;
  }
  await (await form.find('.gj-detail')).focus();
  await form.find('div.gj-detail:focus');
}

const press = (key: Parameters<WidgetPage['page']['keyboard']['press']>[0]) => form.page.keyboard.press(key);
const type = (words: string) => form.page.keyboard.type(words);
const tool = async (name: string) => (await form.find(`[aria-label="${name}"]`)).click();
/** Enter as an input method hands it on: first as its own key, then, or not, as itself. */
const imeEnter = () =>
  form.cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });

describe('composing Hangul in the editor', () => {
  it('at the start of the text, syllable by syllable', async () => {
    await open();
    // Far from every limit nothing is said about one.
    expect(await form.page.$$('>>> .gj-left')).toHaveLength(0);
    await form.compose('ㅎ', '하', '한');
    await form.stored('한');
    await form.commit('한');
    await form.compose('ㄱ', '그', '글');
    await form.commit('글');
    await form.stored('한글');
  });

  it('bold, then typing: the mark holds for what is composed, and ends when asked', async () => {
    await open();
    await form.chord('ControlLeft', 'KeyB');
    await form.find('[aria-label="굵게"][aria-pressed="true"]');
    await form.compose('ㄱ', '구', '굴', '굵');
    await form.commit('굵');
    await form.compose('ㄱ', '게');
    await form.commit('게');
    await form.chord('ControlLeft', 'KeyB');
    await type(' ');
    await form.compose('ㅂ', '보');
    await form.commit('보');
    await form.stored('**굵게** 보');
  });

  it('Ctrl+B on a syllable that is being composed waits for its end', async () => {
    await open();
    await form.compose('ㄱ', '가');
    await form.chord('ControlLeft', 'KeyB');
    await form.commit('가');
    await form.find('[aria-label="굵게"][aria-pressed="true"]');
    await form.compose('ㄴ', '나');
    await form.commit('나');
    await form.stored('가**나**');
  });

  it('Enter on the last syllable begins one new line, whichever way the system tells it', async () => {
    await open();
    await form.compose('ㅇ', '이', '일');
    await imeEnter();
    await form.commit('일');
    await press('Enter');
    await form.compose('ㅇ', '이');
    await form.commit('이');
    await press('Enter');
    await form.compose('ㅅ', '사', '삼');
    // The line break comes while the composition is still open.
    await press('Enter');
    await form.commit('삼');
    await form.compose('ㅅ', '사');
    await form.commit('사');
    await form.stored('일\n이\n삼\n사');
  });

  it('in a list', async () => {
    await open();
    await tool('글머리 목록');
    await form.compose('ㅎ', '하', '하나');
    await form.commit('하나');
    await press('Enter');
    await form.compose('ㄷ', '두', '둘');
    await form.commit('둘');
    await form.stored('- 하나\n- 둘');
    await press('Enter');
    await press('Enter');
    await form.compose('ㄲ', '끄', '끝');
    await form.commit('끝');
    await form.stored('- 하나\n- 둘\n\n끝');
    await form.axe();
  });

  it('Backspace takes back one jamo, and at last the whole syllable', async () => {
    await open();
    await type('가');
    await form.compose('ㅎ', '하', '한', '하', 'ㅎ', '');
    await form.stored('가');
    await form.compose('ㄴ', '나');
    await form.commit('나');
    await form.stored('가나');
  });

  it('select all and bold, and back', async () => {
    await open();
    await form.compose('ㅇ', '아', '안');
    await form.commit('안');
    await form.compose('ㄴ', '녀', '녕');
    await form.commit('녕');
    await form.chord('ControlLeft', 'KeyA');
    await form.chord('ControlLeft', 'KeyB');
    await form.stored('**안녕**');
    await form.chord('ControlLeft', 'KeyB');
    await form.stored('안녕');
  });

  it('in the middle of what is there', async () => {
    await open();
    await type('가라');
    await press('ArrowLeft');
    await form.compose('ㄴ', '나');
    await form.commit('나');
    await form.compose('ㄷ', '다');
    await form.commit('다');
    await form.stored('가나다라');
  });

  it('in a root that stays closed', async () => {
    await open(true);
    await form.compose('ㄱ', '구', '굴', '굵');
    await form.commit('굵');
    await form.stored('굵');
    await form.chord('ControlLeft', 'KeyA');
    await form.chord('ControlLeft', 'KeyB');
    await form.stored('**굵**');
  });
});

describe('the plain field until the editor is there', () => {
  it('hands over all that was typed, and never within a syllable', async () => {
    let release = () => {};
    site.hold.set(
      /rich/,
      new Promise((resolve) => {
        release = () => resolve(true);
      }),
    );
    form = await WidgetPage.open(browser, site.url);
    await (await form.find('textarea.gj-detail')).focus();
    await type('먼저 ');
    await form.compose('ㅎ', '하', '한');
    release();
    // The editor is here, but the syllable is not finished.
    await form.page.waitForNetworkIdle({ idleTime: 200 });
    expect(await form.page.$('>>> div.gj-detail')).toBeNull();
    await form.compose('한', '하', '한', '핝');
    await form.commit('한');
    await form.find('div.gj-detail:focus');
    await form.compose('ㄱ', '그', '글');
    await form.commit('글');
    await form.stored('먼저 한글');
  });

  it('stays when the editor cannot be had, and takes the inquiry all the same', async () => {
    site.hold.set(/rich/, Promise.resolve(false));
    form = await WidgetPage.open(browser, site.url);
    await (await form.find('textarea.gj-detail')).focus();
    await until(async () => (await form.page.$$('>>> .gj-tool')).length === 1, 'only attaching is offered');
    await form.compose('ㄱ', '가');
    await form.commit('가');
    await form.stored('가');
    expect(await form.page.$('>>> div.gj-detail')).toBeNull();
    await form.axe();
  });
});
