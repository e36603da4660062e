import { afterEach, describe, expect, it } from 'vitest';
import { EmbeddingSite } from './support/embedding-site.ts';
import type { WidgetPage } from './support/widget.ts';

const site = EmbeddingSite.ofFile();
let form: WidgetPage;

afterEach(async () => {
  await form.close();
});

describe('<giljabi-search> on a strict page', () => {
  it('finds by choseong, moves by arrows, reads in place, and comes back', async () => {
    site.element = '<giljabi-search></giljabi-search>';
    form = await site.open();
    await (await form.page.waitForSelector('>>> input'))!.click();
    await form.page.keyboard.type('ㅅㅍㅅㅂ');
    await form.page.waitForSelector('>>> [data-hit] mark');
    await form.axe();
    await form.page.keyboard.press('ArrowDown');
    await form.page.keyboard.press('ArrowDown');
    const second = await form.page.evaluate(() => {
      const root = document.querySelector('giljabi-search')?.shadowRoot as ShadowRoot;
      return [...root.querySelectorAll('[data-hit]')].indexOf(root.activeElement as HTMLElement);
    });
    expect(second).toBe(1);
    await form.page.keyboard.press('Enter');
    await form.page.waitForSelector('>>> .gj-reader .gj-article p');
    await form.axe();
    await form.press('검색 결과');
    await form.page.waitForSelector('>>> [data-hit]', { visible: true });
  });

  it('Enter on the last, unfinished syllable opens the first result once', async () => {
    site.element = '<giljabi-search></giljabi-search>';
    form = await site.open();
    await (await form.page.waitForSelector('>>> input'))!.click();
    await form.cdp.send('Input.imeSetComposition', { text: '승인자', selectionStart: 3, selectionEnd: 3 });
    await form.page.waitForSelector('>>> [data-hit]');
    await form.cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await form.cdp.send('Input.insertText', { text: '승인자' });
    await form.page.waitForSelector('>>> .gj-reader');
    expect(await form.events(1)).toEqual([['open', { id: 'tmse-approver-info' }]]);
  });
});
