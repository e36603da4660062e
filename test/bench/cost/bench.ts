/**
 * `npm run bench:cost`: what we cost a console's page. Sizes, what runs before anybody asked for help, what runs at rest,
 * and a scroll of a page of 10,000 nodes beside the same scroll without us.
 */
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession, Page, Realm } from 'puppeteer';
import { launch, until } from '../../browser/support/chromium.ts';
import { Overlay } from '../../browser/support/overlay.ts';
import { plant, step } from '../../browser/support/plant.ts';
import { prepare } from '../../browser/support/prepare.ts';
import { servePages } from '../../pages/serve.ts';
import { type Scrolled, scroll } from './frames.ts';

const WATCH_LIMIT = 15_000;
/** What it is, and a little: to be raised by a decision, not by accident. */
const WALK_LIMIT = 58_000;
const NODES = 10_000;
const ROUNDS = 3;
let failed = 0;

const line = (what: string, told: string, ok = true) => {
  if (!ok) failed++;
  console.log(`| ${what} | ${ok ? told : `**${told}**`} |`);
};

const settle = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 2_500)));

/** A console's list: rows of five cells, and the target above them. */
const bigPage = (): string => {
  const row = (at: number) =>
    `<tr><td>${at}</td><td>user${at}@example.com</td><td>사용</td><td><a href="#">보기</a></td></tr>`;
  const rows = Array.from({ length: NODES / 6 }, (_, at) => row(at)).join('');
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8" /><title>하이웍스</title></head><body>
    <h1>사용자</h1><p><button id="target" type="button">저장</button></p><table><tbody>${rows}</tbody></table>
    <button type="button">다음 화면</button></body></html>`;
};

const prepared = await prepare();
const size = (file: string): number =>
  gzipSync(readFileSync(path.join(prepared.extension, file)), { level: 9 }).length;
const pages = await servePages({ 'big.html': bigPage() });
// Another address of this machine: a site that nobody has granted.
const stranger = await servePages({ 'big.html': bigPage() }, '', '127.0.0.2');
const launched = await launch(prepared.extension);

console.log('| what | measured |');
console.log('| --- | --- |');
const watch = size('content-scripts/watch.js');
line(
  'script on a console before a walkthrough, gz',
  `${watch} bytes (limit ${WATCH_LIMIT})`,
  watch <= WATCH_LIMIT,
);
const words = ['ko', 'en', 'ja'].map((lang) => size(`text-${lang}.js`));
const overlay = size('overlay.js');
line(
  'script of a walkthrough, gz: overlay, and its words in ko, en or ja',
  `${overlay} + ${words.join(', ')} = ${overlay + Math.max(...words)} bytes (limit ${WALK_LIMIT})`,
  overlay + Math.max(...words) <= WALK_LIMIT,
);
line('what recording a target adds for support, gz', `${size('author.js')} bytes`);

const quiet = await launched.browser.newPage();
await quiet.goto(`${stranger.origin}/plain.html`);
const worlds = (await quiet.extensionRealms()).length;
line('worlds of ours on a site that is no console', String(worlds), worlds === 0);
await quiet.close();

const before = await launched.browser.newPage();
const [world] = await until(async () => {
  // The script is registered only when the extension has arrived: a page that was earlier does not get it.
  await before.goto(`${pages.origin}/plain.html`);
  const found = await before.extensionRealms();
  return found.length > 0 ? found : null;
}, 'the watch script runs on the console');
if (!world) throw new Error('no world of ours');
const observers = await observersIn(before, world);
line('observers on a console before a walkthrough', String(observers), observers === 0);
const still = await rest(before);
line('3 s at rest before a walkthrough: script, layouts, styles', still.said);
await before.close();

await plant(launched, pages.origin, [step('s1'), step('s2', { labels: ['다음 화면'] })]);
const page = await launched.browser.newPage();
await page.goto(`${pages.origin}/plain.html`);
await shown(page);
const during = await rest(page);
line(
  '3 s at rest while one runs: script, layouts, styles',
  during.said,
  during.layouts === 0 && during.script < 1,
);
await page.close();

const withUs: Scrolled[] = [];
const without: Scrolled[] = [];
let nodes = 0;
for (let round = 0; round < ROUNDS; round++) {
  const alone = await launched.browser.newPage();
  await alone.goto(`${stranger.origin}/big.html`);
  await settle(alone);
  without.push(await scroll(alone));
  await alone.close();
  const guided = await launched.browser.newPage();
  await guided.goto(`${pages.origin}/big.html`);
  await shown(guided);
  await settle(guided);
  nodes = await guided.evaluate(() => document.querySelectorAll('*').length);
  withUs.push(await scroll(guided));
  await guided.close();
}
const say = (some: Scrolled[], of: (one: Scrolled) => number) =>
  some.map((one) => of(one).toFixed(1)).join(', ');
line(`nodes of the page that is scrolled`, String(nodes), nodes >= NODES * 0.9);
line(
  'tasks over 16 ms in a scroll without us',
  say(without, ({ long }) => long),
);
line(
  'tasks over 16 ms in the same scroll with us',
  say(withUs, ({ long }) => long),
);
line(
  'longest task without / with us, ms',
  `${say(without, ({ longest }) => longest)} / ${say(withUs, ({ longest }) => longest)}`,
);
const caused = withUs.reduce((sum, one) => sum + one.caused, 0);
line('tasks over 16 ms that our code caused', String(caused), caused === 0);
const ours = Math.max(...withUs.map((one) => one.ours));
line(
  'our longest stretch in one task, ms',
  say(withUs, (one) => one.ours),
  ours <= 16,
);
line(
  'all of our script in a scroll of 8,000 px, ms',
  say(withUs, ({ total }) => total),
);

await launched.close();
await pages.close();
await stranger.close();
await rm(prepared.home, { recursive: true });
process.exitCode = failed === 0 ? 0 : 1;

async function shown(page: Page): Promise<void> {
  await page.bringToFront();
  const overlay = new Overlay(page);
  await until(async () => (await overlay.look()).rings.length === 1, 'the ring is drawn');
}

async function observersIn(page: Page, world: Realm): Promise<number> {
  // Handles belong to the session that they came through, and puppeteer keeps that to itself.
  const { client } = page.mainFrame() as unknown as { client: CDPSession };
  let count = 0;
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const) {
    const prototype = await world.evaluateHandle((kind) => globalThis[kind].prototype, name);
    const prototypeObjectId = prototype.remoteObject().objectId as string;
    const { objects } = await client.send('Runtime.queryObjects', { prototypeObjectId });
    const { result } = await client.send('Runtime.callFunctionOn', {
      objectId: objects.objectId as string,
      functionDeclaration: 'function () { return this.length; }',
    });
    count += result.value as number;
  }
  return count;
}

async function rest(page: Page): Promise<{ said: string; script: number; layouts: number }> {
  await settle(page);
  const start = await page.metrics();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 3_000)));
  const end = await page.metrics();
  const of = (name: 'ScriptDuration' | 'LayoutCount' | 'RecalcStyleCount') =>
    (end[name] ?? 0) - (start[name] ?? 0);
  const script = of('ScriptDuration') * 1_000;
  const layouts = of('LayoutCount');
  return { said: `${script.toFixed(2)} ms, ${layouts}, ${of('RecalcStyleCount')}`, script, layouts };
}
