/**
 * `npm run test:firefox`: the Firefox build in a real Firefox over WebDriver BiDi. Skipped where none is installed. A
 * closed root is out of reach there, so what is drawn is read from the screen, and what was done from our own storage.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { PNG } from 'pngjs';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import type { Box } from '../bench/behaviours/guided.ts';
import { until } from '../browser/support/chromium.ts';
import { planted, step } from '../browser/support/plant.ts';
import { type Prepared, prepare } from '../browser/support/prepare.ts';
import { type Pages, servePages } from '../pages/serve.ts';

const FIREFOX = [process.env.GILJABI_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (file) => file && existsSync(file),
);
const skip = FIREFOX
  ? false
  : 'Firefox is not installed here; name it in GILJABI_FIREFOX or install firefox-esr';

/** Fixed, so that our own pages have an address. */
const UUID = '7c1c6ad5-6f3f-4b8a-9a53-5b1d0f2f6b11';
const ID = 'giljabi@giljabi.example';

interface Api {
  storage: { local: { get(key: string): Promise<Record<string, never>>; set(what: object): Promise<void> } };
}

let browser: Browser;
let prepared: Prepared;
let pages: Pages;
let own: Page;

before(
  async () => {
    if (skip) return;
    prepared = await prepare('firefox');
    pages = await servePages();
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: FIREFOX as string,
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
        'intl.accept_languages': 'ko-KR,ko',
        'intl.locale.requested': 'ko',
      },
      defaultViewport: { width: 1100, height: 700 },
    });
    await browser.installExtension(prepared.extension);
    own = await browser.newPage();
    // Such an address never comes to rest for the driver; that it is there is seen by what it holds.
    await own.goto(`moz-extension://${UUID}/options.html`, { waitUntil: [] });
    await own.waitForSelector('h1, h2');
  },
  { timeout: 180_000 },
);
after(async () => {
  await browser?.close();
  await pages?.close();
  if (prepared) await rm(prepared.home, { recursive: true });
});

const walk = () =>
  own.evaluate(() => (globalThis as never as { browser: Api }).browser.storage.local.get('walks'));
const at = async (): Promise<string | null> => {
  const { walks } = (await walk()) as unknown as { walks: Record<string, { walk: { at: string | null } }> };
  return Object.values(walks)[0]?.walk.at ?? null;
};

/** Whether the ring's own colour is where its upper edge has to be. */
async function isRinged(page: Page, box: Box): Promise<boolean> {
  const clip = { x: box.x + box.width / 2 - 4, y: box.y - 4, width: 8, height: 3 };
  const { data } = PNG.sync.read(Buffer.from(await page.screenshot({ clip })));
  const [red = 0, green = 0, blue = 0] = data.subarray(Math.floor(data.length / 8) * 4, data.length);
  return red > 200 && green > 50 && green < 140 && blue < 80;
}

for (const file of ['plain.html', 'dialog.html', 'shadow-closed.html', 'strict-csp.html'])
  test(`a walkthrough on ${file}: ring, card, a click, the next step`, {
    skip,
    timeout: 60_000,
  }, async () => {
    const steps = [step('s1'), step('s2', { labels: ['다음 화면'] })];
    await own.evaluate(
      (what) => (globalThis as never as { browser: Api }).browser.storage.local.set(what),
      planted(pages.origin, steps),
    );
    const page = await browser.newPage();
    await page.goto(`${pages.origin}/${file}`);
    const target = await until(
      () =>
        page.evaluate(() => {
          const own = (globalThis as { targetBox?: () => DOMRect }).targetBox?.();
          return own ?? document.querySelector('#target')?.getBoundingClientRect().toJSON();
        }),
      'the target is there',
    );
    await until(
      () =>
        page.evaluate(() => {
          for (let x = 20; x < innerWidth; x += 40)
            for (let y = 20; y < innerHeight; y += 40)
              if (document.elementFromPoint(x, y)?.localName.startsWith('gj-')) return true;
          return false;
        }),
      'the card can be hit',
    );
    await until(() => isRinged(page, target), 'the ring is drawn around the target');
    assert.equal(await at(), 's1');
    await page.mouse.click(target.x + target.width / 2, target.y + target.height / 2);
    await until(async () => (await at()) === 's2', 'the click was noticed');
    await page.close();
  });
