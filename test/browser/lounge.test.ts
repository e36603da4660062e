import { AxePuppeteer } from '@axe-core/puppeteer';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS } from './support/chromium.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';

const home = inject('home');
const port = inject('deskPort');
const PAGES = [
  '',
  'c/hiworks.html',
  'a/pop3-smtp-exception-add.html',
  'a/lounge-guide.html',
  'inquiry.html',
  'not/here.html',
  'ja/a/lounge-guide.html',
];

let browser: Browser;
let desk: DeskProcess;
let page: Page;

beforeAll(async () => {
  desk = await startDesk(home, port);
  browser = await puppeteer.launch({ executablePath: chromiumPath(), args: FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

beforeEach(async () => {
  page = await (await browser.createBrowserContext()).newPage();
  await page.evaluateOnNewDocument(() => {
    const broken: string[] = [];
    Object.assign(window, { broken });
    document.addEventListener('securitypolicyviolation', (event) =>
      broken.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
});

afterEach(async () => {
  const broken = await page.evaluate(() => (window as unknown as { broken: string[] }).broken);
  await page.browserContext().close();
  expect(broken, 'violations of the policy').toEqual([]);
});

const open = async (path: string) => {
  await page.goto(`${desk.url}/${path}`);
  if (path === 'inquiry.html') await page.waitForSelector('>>> form');
};

const cases = PAGES.flatMap((path) => [[path, 'light', 320] as const, [path, 'dark', 1280] as const]);

describe('the lounge', () => {
  it.each(cases)(
    '/%s in %s at %i px: nothing for axe to say, nothing to scroll sideways',
    async (path, scheme, width) => {
      await page.setViewport({ width, height: 800 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await open(path);
      const { violations } = await new AxePuppeteer(page).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      const { content, view } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        view: innerWidth,
      }));
      expect(content).toBeLessThanOrEqual(view);
    },
  );

  it('finds while one types and opens the document by Enter', async () => {
    await open('');
    await (await page.waitForSelector('.hero >>> input'))!.focus();
    await page.keyboard.type('too many recipient');
    await page.waitForSelector('.hero >>> [data-hit] mark');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).pathname).toBe('/a/tmse-too-many-recipients.html');
    expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('too many recipient');
  });

  it('goes home, category, article, form by links alone', async () => {
    await open('');
    for (const [link, title] of [
      ['메일보안장비', '메일보안장비'],
      ['특정 도메인에서 발송되는', '특정 도메인'],
      ['1:1문의하기', '문의 등록'],
    ] as const) {
      const found = await page.waitForSelector(`main a ::-p-text(${link}), header a ::-p-text(${link})`);
      await Promise.all([
        page.waitForNavigation(),
        found!.evaluate((node) => (node as HTMLElement).closest('a')?.click()),
      ]);
      expect(await page.$eval('h1', (heading) => heading.textContent)).toContain(title);
    }
  });

  it('works without script: everything can be read, and it says what cannot be done', async () => {
    await page.setJavaScriptEnabled(false);
    await open('');
    expect(await page.$eval('noscript', (node) => (node as HTMLElement).innerText)).toContain('자바스크립트');
    await page.goto(`${desk.url}/inquiry.html`);
    expect(await page.$eval('noscript', (node) => (node as HTMLElement).innerText)).toContain('연락처');
    await page.setJavaScriptEnabled(true);
    await page.reload();
  });

  it('says 404 and leads back at any depth', async () => {
    const response = await page.goto(`${desk.url}/no/such/page.html`);
    expect(response?.status()).toBe(404);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toBe('찾는 페이지가 없습니다');
    await Promise.all([
      page.waitForNavigation(),
      page.$eval('main a', (link) => (link as HTMLElement).click()),
    ]);
    expect(new URL(page.url()).pathname).toBe('/index.html');
  });
});
