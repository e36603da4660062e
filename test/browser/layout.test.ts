import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { ask } from '../shots/studio.ts';
import { type Launched, launch, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { type DeskProcess, startDesk } from './support/desk.ts';
import { doubleLetters, inOverlay, inPage, layoutFaults, ringless } from './support/layout.ts';
import { Overlay } from './support/overlay.ts';
import { shifts } from './support/shifts.ts';

/** Every surface at three widths and with letters twice as large; see `support/layout.ts` for what is looked at. */
const WIDTHS = [1280, 1100, 768, 320];

const home = inject('home');
let desk: DeskProcess;
let launched: Launched;
let page: Page;

beforeAll(async () => {
  desk = await startDesk(home, inject('deskPort'));
  launched = await launch(inject('extension'));
  page = await launched.browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.evaluateOnNewDocument(() => {
    const attach = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' });
    };
  });
});
afterAll(async () => {
  await launched?.close();
  await desk?.stop();
});

type Look = ReturnType<typeof inPage>;

async function sized(width: number): Promise<void> {
  await page.setViewport({ width, height: 800 });
  // Two frames: what follows the size has followed by then.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

async function holds(look: Look = inPage(page)): Promise<void> {
  const found: Record<string, string[]> = {};
  for (const width of WIDTHS) {
    await sized(width);
    found[width] = await look(layoutFaults);
  }
  await page.keyboard.press('Tab');
  found['without a ring'] = await look(ringless);
  await sized(1280);
  await look(doubleLetters);
  await sized(1281);
  found['letters twice as large'] = await look(layoutFaults);
  expect(Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))).toEqual({});
}

async function show(url: string, ready: string): Promise<void> {
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(url.startsWith('/') ? `chrome-extension://${launched.extension.id}${url}` : url);
  await page.waitForSelector(ready);
}

describe('the look at a layout', () => {
  it('finds each kind of fault, and none where there is none', async () => {
    const page = await launched.browser.newPage();
    await page.setViewport({ width: 320, height: 400 });
    const found = async (body: string) => {
      await page.setContent(
        `<style>body { margin: 0; font: 16px sans-serif } a { outline: none }</style>${body}`,
      );
      return (await inPage(page)(layoutFaults)).join('; ');
    };
    expect(
      await found('<p>plain <a href="#x">words</a></p><button style="height: 30px">press</button>'),
    ).toBe('');
    expect(await found('<p style="width: 400px">wide</p>')).toMatch(/sideways.*sticks out/);
    expect(
      await found('<p style="width: 40px; overflow: hidden; white-space: nowrap">many words</p>'),
    ).toMatch(/cut off: \d+ wide in 40/);
    expect(
      await found('<p style="height: 20px; overflow: hidden">many words<br>many words<br>words</p>'),
    ).toMatch(/high in 20/);
    expect(
      await found('<input style="width: 60px; height: 24px" placeholder="what are you looking for">'),
    ).toMatch(/needs/);
    expect(
      await found(
        '<button style="height: 30px; margin-bottom: -10px; display: block">one</button><button style="height: 30px">two</button>',
      ),
    ).toMatch(/"one" lies over .*"two"/);
    expect(await found('<button style="height: 20px">low</button>')).toMatch(/is small/);
    expect(await found('<p><a href="#x">words</a></p>')).toBe('');
    await page.keyboard.press('Tab');
    expect(await inPage(page)(ringless)).toEqual(['a. "words"']);
    await page.close();
  });
});

describe('the layout of', () => {
  it.each([
    ['', '>>> input'],
    ['c/hiworks.html', '>>> input'],
    ['a/pop3-smtp-exception-add.html', '>>> input'],
    ['en/a/pop3-smtp-on.html', '>>> input'],
    ['ja/c/mail-security.html', '>>> input'],
    ['inquiry.html', '>>> form'],
    ['nowhere.html', 'h1'],
  ])('the lounge: /%s', async (where, ready) => {
    await show(`${desk.url}/${where}`, ready);
    expect((await shifts(page)).elements).toEqual([]);
    await holds();
  });

  it.each([
    ['/popup.html', '.gp-help-list .gj-hit'],
    ['/options.html', '.gp-trusted code'],
    ['/sidepanel.html', '#panel-help .gj-hit'],
  ])('%s', async (where, ready) => {
    await show(where, ready);
    await page.waitForFunction(() => !document.querySelector('.gp-unknown'));
    expect((await shifts(page)).elements).toEqual([]);
    await holds();
  });

  it('the side panel’s other tabs', async () => {
    await show('/sidepanel.html', '#panel-help .gj-hit');
    await page.locator('#tab-inquiry').click();
    await page.waitForSelector('#panel-inquiry:not([hidden]) [name="summary"]');
    await holds();
    await ask(page, 'walk/start', { guide: 'pop3-smtp-on', tab: null });
    await show('/sidepanel.html', '#panel-steps [role="progressbar"]');
    await holds();
    await ask(page, 'walk/end', { console: 'hiworks' });
  });

  it('support’s page and people’s own', async () => {
    for (const [where, ready] of [
      ['desk', '#token'],
      ['my', 'main'],
    ] as const) {
      await show(`${desk.url}/${where}`, ready);
      await holds();
    }
    const token = (await readFile(path.join(home, 'desk-token'), 'utf8')).trim();
    await show(`${desk.url}/desk`, '#token');
    await page.locator('#token').fill(token);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    for (const where of ['desk', 'desk/deliveries', 'desk/insights']) {
      await show(`${desk.url}/${where}`, 'main');
      await holds();
    }
  });

  it('a practice console’s frame, and the card on it', async () => {
    const hiworks = await startHiworks();
    await page.setViewport({ width: 1280, height: 800 });
    await signInHiworks(page, hiworks.url);
    await ask(await launchedOwn(), 'walk/start', { guide: 'pop3-smtp-on', tab: null });
    await page.bringToFront();
    await page.reload();
    expect(await inPage(page)(layoutFaults)).toEqual([]);
    const overlay = new Overlay(page);
    await until(async () => (await overlay.look()).card, 'the card');
    await overlay.rest();
    await holds(inOverlay(await page.createCDPSession()));
    await hiworks.close();
  });
});

async function launchedOwn(): Promise<Page> {
  const own = await launched.browser.newPage();
  await own.goto(`chrome-extension://${launched.extension.id}/options.html`);
  return own;
}
