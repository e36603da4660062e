import puppeteer, { type Browser, type Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumPath, FLAGS, until } from './support/chromium.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';

const home = inject('home');
const port = inject('deskPort');
const GUIDED = 'a/pop3-smtp-exception-add.html';
/** Of scripts on a page that is read and not searched, gzipped. */
const SCRIPT_BYTES = 30_000;

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
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
});

afterEach(() => page.browserContext().close());

/** Until the search field is drawn; the last thing that a page of the lounge draws unasked, but for the form. */
async function open(path: string): Promise<void> {
  await page.goto(`${desk.url}/${path}`);
  await page.waitForSelector('giljabi-search >>> input');
}
/** Half a second longer than the last request: whatever is still to come has come. */
const idle = () => page.waitForNetworkIdle({ idleTime: 500 });
/** What has the focus, in words: of the search field its place, of others their text. */
const focused = () =>
  page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement;
    return inner ? inner.localName : (document.activeElement?.textContent?.trim() ?? '');
  });

describe('reading in the lounge', () => {
  it('finds an article and reads it with keys alone', async () => {
    await open('');
    await page.keyboard.press('/');
    await until(async () => (await focused()) === 'input', '/ leads to the search field');
    await page.keyboard.type('too many recipient');
    await page.waitForSelector('giljabi-search >>> [data-hit] mark');
    await page.keyboard.press('ArrowDown');
    await until(async () => (await focused()) === 'a', 'the arrow leads to the first result');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('too many recipient');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('본문으로 바로가기');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // The first stop in the text's own part is the way back up: header and menus were skipped.
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('writes a / where somebody is writing', async () => {
    await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('a/b');
    expect(await page.$eval('giljabi-search >>> input', (input) => (input as HTMLInputElement).value)).toBe(
      'a/b',
    );
  });

  it('says why something was found when it is not plain to see', async () => {
    await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('ㅅㅍㅅㅂ');
    const why = await page.waitForSelector('giljabi-search >>> .gj-hit-facts .gj-tag-quiet');
    expect(await why?.evaluate((node) => node.textContent)).toContain('초성');
  });

  it('is read out in order: title, contents, text, question, other documents, contact', async () => {
    await page.setViewport({ width: 360, height: 740 });
    await open(GUIDED);
    const tree = JSON.stringify(await page.accessibility.snapshot({ interestingOnly: false }));
    const order = [
      '본문으로 바로가기',
      'POP3/SMTP 예외 사용자 추가하기',
      '이 문서의 차례',
      '설정하기',
      '도움이 되었나요?',
      '관련 문서',
      '찾는 내용이 없으신가요?',
    ];
    let at = -1;
    for (const words of order) {
      const next = tree.indexOf(words, at + 1);
      expect(next, words).toBeGreaterThan(at);
      at = next;
    }
    const places = await page.$$eval('h1, .toc, .gj-article, .feedback', (parts) =>
      parts.map((part) => part.getBoundingClientRect().top),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each(['', 'c/hiworks.html', GUIDED, 'inquiry.html', 'en/a/pop3-smtp-on.html'])(
    '/%s: nothing moves while it loads',
    async (path) => {
      await page.evaluateOnNewDocument(() => {
        const shifts: number[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await open(path);
      if (path === 'inquiry.html') await page.waitForSelector('giljabi-inquiry >>> form');
      await idle();
      const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
      expect(shifts.filter((shift) => shift >= 0.01)).toEqual([]);
    },
  );

  it('loads at most 30 kB of script for an article that is read', async () => {
    const { gzipSync } = await import('node:zlib');
    const scripts: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.buffer().then((bytes) => gzipSync(bytes, { level: 9 }).length));
    });
    await open(GUIDED);
    await idle();
    const sizes = await Promise.all(scripts);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(SCRIPT_BYTES);
  });

  it('prints a guide as a numbered sheet with a box a step, on white, and pictures with it', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.setRequestInterception(true);
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('https://pictures.example/')) return void request.continue();
      asked.push(request.url());
      void request.respond({ contentType: 'image/png', body: png });
    });
    await open(GUIDED);
    // As the page would have it with a picture far below what is in sight.
    await page.$eval('.gj-article', (article) => {
      const picture = Object.assign(new Image(), { loading: 'lazy', alt: 'x' });
      picture.style.marginTop = '20000px';
      article.append(picture);
      picture.src = 'https://pictures.example/1.png';
    });
    expect(asked).toEqual([]);
    expect(new TextDecoder().decode((await page.pdf()).subarray(0, 5))).toBe('%PDF-');
    await until(async () => asked.length === 1, 'printing loads the picture');
    await page.emulateMediaType('print');
    const seen = await page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0).length;
      const steps = document.querySelectorAll('.sheet .gj-article > .gj-steps > li');
      return {
        chrome: shown('.top, .toc, .feedback, .related, .contact, .bottom, .guide-hint, [data-print]'),
        steps: steps.length,
        boxes: [...steps].filter((step) => getComputedStyle(step, '::after').content === '""').length,
        markers: shown('.sheet .gj-steps .gj-marker'),
        address: document.querySelector('.printed')?.textContent,
        paper: getComputedStyle(document.documentElement).backgroundColor,
      };
    });
    expect(seen).toMatchObject({ chrome: 0, steps: 9, boxes: 9, markers: 9, paper: 'rgb(255, 255, 255)' });
    expect(seen.address).toContain(`/${GUIDED}`);
  });

  it('counts a yes at the desk once, without a cookie, and says thanks', async () => {
    await open(GUIDED);
    const answer = page.waitForResponse((response) => response.url().endsWith('/api/solved'));
    await page.click('[data-yes]');
    expect((await answer).status()).toBe(204);
    expect((await answer).request().postData()).toBe('{"article":"pop3-smtp-exception-add"}');
    await until(
      () => page.$eval('.feedback-said', (said) => said.textContent?.includes('고맙습니다')),
      'thanks are said',
    );
    let again = 0;
    page.on('request', () => again++);
    await page.click('[data-yes]');
    expect(again).toBe(0);
    expect(await page.browserContext().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it('asks and offers nothing that needs a script where there is none', async () => {
    await page.setJavaScriptEnabled(false);
    await page.goto(`${desk.url}/${GUIDED}`);
    const shown = await page.$$eval('.feedback, [data-print], .gj-steps, .related', (parts) =>
      parts.filter((part) => part.getClientRects().length > 0).map((part) => part.className),
    );
    expect(shown).toEqual(['gj-steps', 'related']);
  });

  it('can be read at 200 % and 400 %, without motion and in forced colours', async () => {
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    for (const [width, path] of [
      [640, GUIDED],
      [320, GUIDED],
      [320, ''],
      [320, 'en/c/hiworks.html'],
      [320, 'inquiry.html'],
    ] as const) {
      await page.setViewport({ width, height: 512, deviceScaleFactor: 1280 / width });
      await open(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.setViewport({ width: 640, height: 400 });
    await open(GUIDED);
    const { motion, current, hidden } = await page.evaluate(() => ({
      motion: getComputedStyle(document.documentElement).scrollBehavior,
      current: getComputedStyle(document.querySelector('.languages [aria-current]')!).outlineStyle,
      hidden: [...document.querySelectorAll('main a, main button, main h1, main h2')].filter((part) => {
        const { width, height } = part.getBoundingClientRect();
        return width * height === 0 && !part.closest('details:not([open])');
      }).length,
    }));
    expect({ motion, current, hidden }).toEqual({ motion: 'auto', current: 'solid', hidden: 0 });
  });
});
