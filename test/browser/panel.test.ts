import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startHiworks } from '../consoles/start.ts';
import { type Launched, launch, openPopup, until } from './support/chromium.ts';
import { signInHiworks } from './support/consoles.ts';
import { Overlay } from './support/overlay.ts';
import { shifts } from './support/shifts.ts';

let launched: Launched;
let hiworks: Awaited<ReturnType<typeof startHiworks>>;
let page: Page;

const inField = (face: Page) =>
  face.waitForFunction(() => document.activeElement?.matches('.gp-field input'));
const texts = (face: Page, selector: string) =>
  face.$$eval(selector, (all) => all.map((each) => each.textContent ?? ''));

/** One of our pages as a tab. What it asks by these names waits for `letGo`. */
async function openPage(name: string, held: string[] = []): Promise<Page> {
  const face = await launched.browser.newPage();
  await face.setViewport({ width: 380, height: 560 });
  await face.evaluateOnNewDocument((names) => {
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Record<string, unknown> } }).chrome;
    const send = runtime.sendMessage as (...args: unknown[]) => unknown;
    const waiting: { call: string; go(): void }[] = [];
    let free = names.length === 0;
    Object.assign(globalThis, {
      waiting,
      letGo() {
        free = true;
        for (const { go } of waiting.splice(0)) go();
      },
    });
    runtime.sendMessage = (...args: unknown[]) => {
      const { call = '' } = args[0] as { call?: string };
      if (free || !names.includes(call)) return send.apply(runtime, args);
      return new Promise((resolve) => {
        waiting.push({ call, go: () => resolve(send.apply(runtime, args)) });
      });
    };
  }, held);
  await face.goto(`chrome-extension://${launched.extension.id}/${name}.html`);
  return face;
}

interface Held {
  waiting: { call: string }[];
  letGo(): void;
}
const letGo = (face: Page) => face.evaluate(() => (globalThis as unknown as Held).letGo());
const waits = (face: Page, name: string) =>
  face.waitForFunction(
    (call) => (globalThis as unknown as Held).waiting.some((each) => each.call === call),
    {},
    name,
  );

beforeAll(async () => {
  launched = await launch(inject('extension'));
  hiworks = await startHiworks();
  page = await launched.browser.newPage();
  await signInHiworks(page, hiworks.url);
});
afterAll(async () => {
  await launched?.close();
  await hiworks?.close();
});

describe('the popup', () => {
  it('opens with the caret in the search field, answers the first key, and nothing in it jumps', async () => {
    const popup = await openPopup(launched, page);
    await popup.waitForSelector('.gp-guides');
    await inField(popup);
    const moved = await shifts(popup);
    expect(moved.elements).toEqual([]);
    await popup.keyboard.type('ㅅ');
    await popup.waitForFunction(() => document.querySelectorAll('.gp-help-list [data-hit]').length > 0);
    await popup.waitForFunction(() =>
      /\d/.test(document.querySelector('.gp-help-list [role="status"]')?.textContent ?? ''),
    );
    await popup.close();
  });

  it('keeps what was typed before the search index is there, answers by name, and then in full', async () => {
    const face = await openPage('popup', ['content/search']);
    await inField(face);
    // A slip of the finger: the second letter of 메일 is another vowel.
    await face.keyboard.type('스팸매일');
    await until(
      async () => (await texts(face, '.gp-help-list .gj-hit')).some((row) => row.includes('스팸')),
      'names',
    );
    expect(await texts(face, '.gp-help-list mark')).toEqual([]);
    await letGo(face);
    await face.waitForSelector('.gp-help-list mark');
    expect(await face.$eval('.gp-field input', (field) => (field as HTMLInputElement).value)).toBe(
      '스팸매일',
    );
    await face.close();
  });

  it('keyboard alone: search, read, pin, start; the document is at hand afterwards', async () => {
    const popup = await openPopup(launched, page);
    await inField(popup);
    await popup.keyboard.type('ㅍㅍ3');
    await popup.keyboard.press('Escape');
    await popup.keyboard.type('pop3');
    await popup.waitForSelector('.gp-help-list .gp-guides mark');
    await popup.keyboard.press('ArrowDown');
    await popup.waitForFunction(() => document.activeElement?.matches('[data-hit]'));
    await popup.keyboard.press('Enter');
    await popup.waitForFunction(() => document.activeElement?.matches('.gp-article h1'));
    const title = await popup.$eval('.gp-article h1', (heading) => heading.textContent ?? '');
    await popup.keyboard.down('Shift');
    await popup.keyboard.press('Tab');
    await popup.keyboard.up('Shift');
    await popup.waitForFunction(() => document.activeElement?.matches('.gp-pin'));
    await popup.keyboard.press('Space');
    await popup.waitForSelector('.gp-pin[aria-pressed="true"]');
    await popup.keyboard.press('Tab');
    await popup.waitForFunction(() => document.activeElement?.matches('.gp-start-wide'));
    const closed = new Promise((resolve) => popup.once('close', resolve));
    await popup.keyboard.press('Enter');
    await closed;
    await page.bringToFront();
    await until(async () => (await new Overlay(page).look()).card, 'the card');

    const again = await openPopup(launched, page);
    await again.waitForSelector('.gp-walk-card [role="progressbar"]');
    expect(await texts(again, '.gp-heading')).toContain('고정한 문서');
    const first = await again.$eval(
      '.gp-help-list section:has(.gp-heading)',
      (part) => part.textContent ?? '',
    );
    expect(first).toContain(title.slice(0, 6));
    const moved = await shifts(again);
    expect(moved.elements).toEqual([]);
    await again.close();
  });

  it('does not jump when it is told late that a walkthrough is under way', async () => {
    const face = await openPage('popup', ['here', 'walk/current']);
    // It is asked for once the documents are known: what can be drawn without it has been drawn two frames later.
    await waits(face, 'walk/current');
    await shifts(face);
    await letGo(face);
    await face.waitForSelector('.gp-walk-card');
    expect((await shifts(face)).elements).toEqual([]);
    await face.close();
  });

  it('is read in the order in which it is used', async () => {
    const popup = await openPopup(launched, page);
    await popup.waitForSelector('.gp-guides');
    const order: string[] = [];
    const walk = (node: { role: string; name?: string; children?: (typeof node)[] } | null): void => {
      if (!node) return;
      if (['heading', 'textbox', 'button', 'progressbar'].includes(node.role))
        order.push(`${node.role} ${node.name}`);
      node.children?.forEach(walk);
    };
    walk((await popup.accessibility.snapshot()) as Parameters<typeof walk>[0]);
    const at = (what: RegExp) => order.findLastIndex((line) => what.test(line));
    const places = [
      /heading 길잡이/,
      /textbox/,
      /progressbar/,
      /button 안내 계속|button .*이어/,
      /heading 고정한/,
      /heading 이 화면/,
      /button 안내 시작/,
      /button 문의하기/,
    ].map(at);
    expect(
      places.every((place) => place >= 0),
      `${places} ${order.join('\n')}`,
    ).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    await popup.close();
  });
});

describe('settings', () => {
  it('name the key, keep this computer out of the granted sites, and are found by a slip of the finger', async () => {
    const face = await openPage('options');
    await face.waitForSelector('.gp-trusted code');
    expect((await texts(face, '.gp-trusted code'))[0]).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
    await face.waitForSelector('::-p-text(직접 허용한 사이트가 없습니다)');
    expect(await texts(face, '.gp-sites li')).toEqual([]);
    const shown = () => texts(face, '.gp-options main > div:not([hidden]) > section > h2');
    await until(async () => (await shown()).length === 8, 'all parts');
    await face.focus('.gp-find input');
    await face.keyboard.type('ㅁㄷㅈㅇㄱ');
    await until(async () => (await shown()).join() === '개인정보', 'privacy alone');
    await face.keyboard.press('Escape');
    await face.keyboard.type('언아');
    await until(async () => (await shown())[0] === '언어', 'language');
    await face.keyboard.press('Escape');
    await face.keyboard.type('qqqqqqqqq');
    await face.waitForSelector('::-p-text(맞는 설정이 없습니다)');
    await face.close();
  });

  it('tell what helps support and nothing about the person', async () => {
    const face = await openPage('options');
    const told = await until(async () => {
      const text = await face.$eval('.gp-diagnostics', (box) => box.textContent ?? '');
      return text.includes('trusts:') && text;
    }, 'diagnostics');
    for (const line of [
      /^giljabi: \d/m,
      /^browser: .*Chrome/m,
      /^language: ko$/m,
      /^bundle: packaged \d+/m,
      /^last check: .*problem: /m,
      /^trusts: [0-9a-f]{16}, keys replaced: 0$/m,
      /added: 0$/m,
    ])
      expect(told).toMatch(line);
    await face.close();
  });

  it('delete what was kept at hand', async () => {
    const kept = (face: Page) =>
      face.evaluate(() => Object.keys(localStorage).filter((key) => /pinned|recent/.test(key)));
    const face = await openPage('options');
    await face.evaluate(() => {
      for (const key of ['giljabi:pinned', 'giljabi:recent']) localStorage.setItem(key, '["pop3-smtp-on"]');
    });
    expect(await kept(face)).toHaveLength(2);
    await face.locator('::-p-aria([name="모두 지우기"][role="button"])').click();
    await face.locator('dialog[open] .gp-dangerous').click();
    await face.waitForSelector('::-p-text(모두 지웠습니다)');
    expect(await kept(face)).toEqual([]);
    await face.close();
  });
});
