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
  await form.close();
});

/** The form with the caret in 문의 상세, and the editor there. */
async function open(): Promise<void> {
  form = await WidgetPage.open(browser, site.url);
  await (await form.find('.gj-detail')).focus();
  await form.find('div.gj-detail:focus');
}

const press = (key: Parameters<WidgetPage['page']['keyboard']['press']>[0]) => form.page.keyboard.press(key);
const type = (words: string) => form.page.keyboard.type(words);
const tool = async (name: string) => (await form.find(`[aria-label="${name}"]`)).click();
describe('the editor', () => {
  it('has a toolbar of one Tab stop that says what is on', async () => {
    await open();
    await type('급합니다');
    await form.chord('ControlLeft', 'KeyA');
    await form.chord('ShiftLeft', 'Tab');
    const focused = () =>
      form.page.evaluate(() =>
        document.querySelector('giljabi-inquiry')?.shadowRoot?.activeElement?.getAttribute('aria-label'),
      );
    expect(await focused()).toBe('소제목');
    await press('ArrowRight');
    await press('Enter');
    await form.stored('**급합니다**');
    await form.chord('ShiftLeft', 'Tab');
    await press('End');
    expect(await focused()).toBe('파일 첨부');
    await press('Home');
    await press('Space');
    await form.stored('## **급합니다**');
    await form.find('[aria-label="소제목"][aria-pressed="true"]');
    await form.axe();
  });

  it('makes, changes and takes away a link by keyboard', async () => {
    await open();
    await type('여기 보세요');
    for (let n = 0; n < 4; n++) await press('ArrowLeft');
    await form.chord('ShiftLeft', 'Home');
    await form.chord('ControlLeft', 'KeyK');
    await form.find('.gj-link-bar input:focus');
    await type('a.kr');
    await press('Enter');
    await form.stored('[여기](https://a.kr/) 보세요');
    await form.chord('ControlLeft', 'KeyK');
    await form.find('.gj-link-bar input:focus');
    await form.axe();
    await type('javascript:alert(1)');
    await press('Enter');
    expect(await form.text('.gj-link-bar .gj-error')).toContain('주소를 확인해 주세요');
    await (await form.find('.gj-link-bar input')).evaluate((field) => (field as HTMLInputElement).select());
    await type('https://b.kr/(x)');
    await press('Enter');
    await form.stored('[여기](https://b.kr/%28x%29) 보세요');
    await form.chord('ControlLeft', 'KeyK');
    await form.find('.gj-link-bar input:focus');
    await press('Escape');
    await tool('링크');
    await (await form.find('.gj-link-bar ::-p-text(링크 빼기)')).click();
    await form.stored('여기 보세요');
    expect(await form.page.$('>>> .gj-link-bar')).toBeNull();
  });

  it('takes a rich paste as lines of its own, and nothing else of it', async () => {
    await open();
    await form.page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'plain');
      data.setData(
        'text/html',
        `<html><head><style>p{color:red}</style><title>x</title></head><body><!--StartFragment-->
         <h1 style="color:red">제목</h1><p class="MsoNormal">가<b><span>나</span></b> <i>다</i><img src="http://127.0.0.1:1/x.png" onerror="alert(1)"></p>
         <ul><li>하나</li><li>둘 <a href="https://a.kr/" onclick="alert(1)">곳</a> <a href="javascript:alert(1)">나쁜 곳</a></li></ul>
         <table><tr><td>칸1</td><td>칸2</td></tr></table><script>alert(1)</script><iframe src="http://127.0.0.1:1/"></iframe></body></html>`,
      );
      const root = document.querySelector('giljabi-inquiry')?.shadowRoot as ShadowRoot;
      root.querySelector('.gj-detail')?.dispatchEvent(
        new ClipboardEvent('paste', {
          bubbles: true,
          cancelable: true,
          composed: true,
          clipboardData: data,
        }),
      );
    });
    await form.stored('## 제목\n가**나** *다*\n- 하나\n- 둘 [곳](https://a.kr/) 나쁜 곳\n\n칸1 | 칸2');
    const inside = await (await form.find('.gj-detail')).evaluate((box) => [
      ...new Set(
        [...box.querySelectorAll('*')].flatMap((node) => [node.tagName, ...node.getAttributeNames()]),
      ),
    ]);
    expect(inside.sort()).toEqual(['A', 'B', 'H2', 'I', 'LI', 'P', 'UL', 'href']);
    await form.chord('ControlLeft', 'KeyZ');
    await form.stored('');
    await form.chord('ControlLeft', 'ShiftLeft', 'KeyZ');
    await until(async () => (await form.draft())?.detail?.startsWith('## 제목'), 'the paste is back');
  });

  it('keeps signs as signs, undoes in bursts, and comes back as it was after a reload', async () => {
    await open();
    await type('2 * 3 * 4 **아님** C:\\메일 <b>');
    await press('Enter');
    await type('# 제목 아님');
    const stored = '2 \\* 3 \\* 4 \\*\\*아님\\*\\* C:\\메일 \\<b>\n\\# 제목 아님';
    await form.stored(stored);
    await form.chord('ControlLeft', 'KeyZ');
    await form.stored('2 \\* 3 \\* 4 \\*\\*아님\\*\\* C:\\메일 \\<b>');
    await form.chord('ControlLeft', 'KeyY');
    await form.stored(stored);
    await form.page.reload();
    await form.find('div.gj-detail');
    expect(await form.text('.gj-detail')).toMatch(/^2 \* 3 \* 4 \*\*아님\*\* C:\\메일 <b>\n+# 제목 아님$/);
  });

  it('mends what the browser leaves behind: lines that are joined, a list that is emptied', async () => {
    await open();
    await tool('번호 목록');
    await type('하나');
    await press('Enter');
    await type('둘');
    await press('Home');
    // Out of the list first, then onto the line above.
    await press('Backspace');
    await form.stored('1. 하나\n\n둘');
    await press('Backspace');
    await form.stored('1. 하나둘');
    await form.chord('ControlLeft', 'KeyA');
    await press('Backspace');
    await type('새로');
    await press('Enter');
    await tool('소제목');
    await type('제목');
    await form.chord('ControlLeft', 'KeyA');
    await form.compose('ㄷ', '다');
    await form.commit('다');
    await form.commit('새로');
    await until(async () => ((await form.draft())?.detail ?? '').endsWith('새로'), 'typing goes on');
    const shape = await (await form.find('.gj-detail')).evaluate((box) =>
      [...box.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()),
    );
    expect(shape).toEqual([]);
  });
});
