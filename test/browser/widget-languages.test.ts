import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS } from './support/chromium.ts';
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

describe('the language of the page', () => {
  it('is the only one that is fetched, and a change of it reaches what is shown already', async () => {
    form = await WidgetPage.open(browser, site.url);
    const fetched: string[] = [];
    form.page.on('request', (request) => {
      const name = /\/widget\/([\w-]+?)-[\w-]{8}\.js$/.exec(request.url())?.[1];
      if (name && /^(ko|en|ja)\b/.test(name)) fetched.push(name);
    });
    await form.page.reload();
    await (await form.find('[name="summary"]')).focus();
    await form.page.keyboard.type('메일이 오지 않습니다');
    await form.page.waitForSelector('>>> .gj-submit ::-p-text(임시 저장됨)');
    await (await form.find('.gj-submit button')).click();
    await form.page.waitForSelector('>>> .gj-error ::-p-text(이메일 주소를 적어 주세요)');
    expect([...new Set(fetched)].sort()).toEqual(['ko', 'ko-later']);

    await form.page.evaluate(() => document.querySelector('giljabi-inquiry')?.setAttribute('lang', 'en'));
    await form.page.waitForSelector('>>> .gj-label-line ::-p-text(Summary)');
    await (await form.find('.gj-submit button')).click();
    await form.page.waitForSelector('>>> .gj-error ::-p-text(E-mail address)');
    expect([...new Set(fetched)].sort()).toEqual(['en', 'en-later', 'ko', 'ko-later']);
    const summary = await form.find('[name="summary"]');
    expect(await summary.evaluate((input) => (input as HTMLInputElement).value)).toBe('메일이 오지 않습니다');
  });
});

describe('the colours of the page', () => {
  it.each([
    ['light', 'dark', 'rgb(255, 255, 255)'],
    ['dark', 'light', 'rgb(22, 25, 27)'],
  ])('are %s where the page says so, though the system is %s', async (own, system, paper) => {
    form = await WidgetPage.open(browser, site.url);
    await form.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: system }]);
    await form.page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme;
    }, own);
    const summary = await form.find('[name="summary"]');
    expect(await summary.evaluate((input) => getComputedStyle(input).backgroundColor)).toBe(paper);
  });
});
