import { AxePuppeteer } from '@axe-core/puppeteer';
import type { CDPSession, Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Launched, launch, until } from './support/chromium.ts';

/** Our own pages in every state and dress: nothing for axe to say, nothing cut off at the side. */

let launched: Launched;

beforeAll(async () => {
  launched = await launch(inject('extension'));
});
afterAll(() => launched?.close());

const MODES = [
  // The same as a window of 640 px at 200 % zoom.
  ['light, 320 px, two pixels for one', { width: 320, height: 640, scheme: 'light', scale: 2 }],
  ['dark, 320 px', { width: 320, height: 640, scheme: 'dark', scale: 1 }],
  ['forced colours, 400 px', { width: 400, height: 400, scheme: 'dark', scale: 1, forced: true }],
] as const;
type Mode = (typeof MODES)[number][1];

async function open(name: string, mode: Mode): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport({
    width: mode.width,
    height: mode.height,
    deviceScaleFactor: mode.scale,
  });
  const session: CDPSession = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: mode.scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: 'forced' in mode ? 'active' : 'none' },
    ],
  });
  await page.goto(`chrome-extension://${launched.extension.id}/${name}.html`);
  return page;
}

async function clean(page: Page, state: string): Promise<void> {
  const { violations } = await new AxePuppeteer(page)
    // Our browsers let the keyboard scroll a region that holds no control (Chromium since 130).
    .disableRules('scrollable-region-focusable')
    .analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
    state,
  ).toEqual([]);
  const wider = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth;
    return [...document.querySelectorAll('.gp *')]
      .filter((each) => each.checkVisibility() && each.closest('.gj-hidden, pre, .gj-table') === null)
      .filter((each) => each.getBoundingClientRect().right > limit + 1)
      .map((each) => `${each.tagName}.${each.getAttribute('class')}`);
  });
  expect(wider, `${state}: sticks out`).toEqual([]);
  const moving = await page.evaluate(
    () =>
      document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration) > 0).length,
  );
  expect(moving, `${state}: moves in spite of reduced motion`).toBe(0);
}

describe.each(MODES)('%s', (_name, mode) => {
  it('popup: lists, answers, no answer, document', async () => {
    const page = await open('popup', mode);
    await page.waitForSelector('.gp-help-list .gj-hit');
    await clean(page, 'lists');
    await page.type('.gp-field input', '스팸');
    await page.waitForSelector('.gp-help-list mark');
    await clean(page, 'answers');
    await page.locator('.gp-help-list [data-hit]').click();
    await page.waitForSelector('.gp-article .gj-article p');
    await clean(page, 'document');
    await page.locator('.gp-back').click();
    await page.locator('.gp-field input').fill('쀍쀍쀍');
    await page.waitForSelector('.gp-nothing');
    await clean(page, 'no answer');
    await page.close();
  });

  it('side panel: each tab, with and without a walkthrough; offline', async () => {
    const page = await open('sidepanel', mode);
    await page.waitForSelector('#panel-help:not([hidden]) .gj-hit');
    await page.setOfflineMode(true);
    await page.waitForSelector('.gp-banner-offline');
    await clean(page, 'help, offline');
    await page.setOfflineMode(false);
    await page.locator('#tab-steps').click();
    await page.waitForSelector('#panel-steps:not([hidden]) .gp-nothing');
    await clean(page, 'no steps');
    await page.locator('#tab-inquiry').click();
    await page.waitForSelector('#panel-inquiry:not([hidden]) [name="summary"]');
    await clean(page, 'inquiry');
    await page.evaluate(async () => {
      type Runtime = { sendMessage(message: unknown): Promise<{ value: { guides: { id: string }[] } }> };
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      const { value } = await runtime.sendMessage({ call: 'content/catalogue' });
      await runtime.sendMessage({ call: 'walk/start', argument: { guide: value.guides[0]?.id, tab: null } });
    });
    await page.locator('#tab-steps').click();
    await page.waitForSelector('#panel-steps [role="progressbar"]');
    await clean(page, 'steps');
    await page.evaluate(async () => {
      type Runtime = { sendMessage(message: unknown): Promise<{ value: { consoles: { id: string }[] } }> };
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      const { value } = await runtime.sendMessage({ call: 'content/catalogue' });
      for (const { id } of value.consoles)
        await runtime.sendMessage({ call: 'walk/end', argument: { console: id } });
    });
    await page.close();
  });

  it('settings: all of them, one found, and the question before deleting', async () => {
    const page = await open('options', mode);
    await page.waitForSelector('main:not([hidden]) .gp-trusted code');
    await until(async () => page.$eval('.gp-diagnostics', (box) => box.textContent), 'diagnostics');
    await clean(page, 'all');
    await page.type('.gp-find input', '개인');
    await page.waitForSelector('main > div[hidden]');
    await clean(page, 'found');
    await page.locator('.gp-privacy ~ .gp-buttons .gp-dangerous').click();
    await page.waitForSelector('dialog[open]');
    await clean(page, 'question');
    await page.close();
  });
});
