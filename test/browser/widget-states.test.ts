import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS } from './support/chromium.ts';
import { WidgetPage, type WidgetSite, widgetSite } from './support/widget.ts';

let browser: Browser;
let site: WidgetSite;

beforeAll(async () => {
  site = await widgetSite(inject('home'), '<giljabi-inquiry></giljabi-inquiry>');
  browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

describe('the form in every dress', () => {
  it.each([
    ['light', 800],
    ['dark', 320],
  ] as const)('%s at %i px: axe finds nothing, nothing sticks out', async (scheme, width) => {
    const form = await WidgetPage.open(browser, site.url);
    await form.page.setViewport({ width, height: 800 });
    await form.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await form.page.evaluate((own) => {
      document.documentElement.style.colorScheme = own;
      // A page says its colours; without this axe takes the canvas for white.
      document.body.style.background = own === 'dark' ? '#16191b' : '#fff';
      document.body.style.color = own === 'dark' ? '#fff' : '#000';
    }, scheme);
    const check = async () => {
      await form.axe();
      expect(await form.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    };
    await (await form.find('[name="summary"]')).focus();
    await check();
    await form.page.keyboard.type('스팸메일');
    await form.find('.gj-suggestions');
    await (await form.find('.gj-detail')).focus();
    await form.find('div.gj-detail:focus');
    await form.page.keyboard.type('글');
    await (await form.find('[aria-label="번호 목록"]')).click();
    await (await form.find('[aria-label="링크"]')).click();
    await form.find('.gj-link-bar input:focus');
    await check();
    await (await form.find('.gj-submit button')).click();
    await form.find('.gj-error');
    await check();
    await (await form.find('.gj-suggestions [data-hit]')).click();
    await form.find('.gj-preview .gj-article p');
    await check();
    await form.close();
  });
});
