import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer';
import { counting } from './count.ts';
import { type Box, corners, type Guided, type Session } from './guided.ts';
import type { Tour } from './rivals/harness.ts';

export interface Rival {
  name: string;
  /** Module in rivals/. */
  script: string;
  /** Sheet that it comes with, as its package names it. */
  css?: string;
  /** The words. */
  card: string;
  /** What shows where the page is pointed at. */
  hole: { path: string } | { box: string } | { mask: string };
}

const { resolve } = createRequire(import.meta.url);
export const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(path.join('node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

export const RIVALS: Rival[] = [
  {
    name: 'driver.js',
    script: 'driver',
    css: 'driver.js/dist/driver.css',
    card: '.driver-popover',
    hole: { path: '.driver-overlay path' },
  },
  {
    name: 'shepherd.js',
    script: 'shepherd',
    css: 'shepherd.js/dist/css/shepherd.css',
    card: '.shepherd-element',
    hole: { path: '.shepherd-modal-is-visible path' },
  },
  {
    name: 'intro.js',
    script: 'intro',
    css: 'intro.js/introjs.css',
    card: '.introjs-tooltip',
    hole: { box: '.introjs-helperLayer' },
  },
  {
    name: 'react-joyride',
    script: 'joyride',
    card: '.react-joyride__tooltip',
    hole: { path: '.react-joyride__overlay path, .react-joyride__spotlight path' },
  },
  {
    name: '@reactour/tour',
    script: 'reactour',
    card: '.reactour__popover',
    hole: { mask: '.reactour__mask mask rect:nth-of-type(2)' },
  },
];

/** Page scripts by file name, as the page server takes them: one file with the library and its sheet. */
export async function rivalScripts(): Promise<Record<string, string>> {
  const scripts: Record<string, string> = {};
  for (const { script, css } of RIVALS) {
    const bundled = await build({
      entryPoints: [path.join(import.meta.dirname, 'rivals', `${script}.ts`)],
      bundle: true,
      format: 'iife',
      write: false,
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    scripts[`${script}.js`] = bundled.outputFiles[0]!.text;
    scripts[`${script}.css`] = css ? readFileSync(resolve(css), 'utf8') : '';
  }
  return scripts;
}

type Shown = { tour?: Tour };

export const rival = (browser: Browser, origin: string, make: Rival): Guided => ({
  name: `${make.name} ${versionOf(make.name)}`,
  async open(file, stops, before): Promise<Session> {
    const page = await browser.newPage();
    await before?.(page);
    await page.goto(`${origin}/${file}?library=${make.script}`);
    const start = () =>
      page.evaluate((given) => {
        try {
          (globalThis as Shown).tour?.start(given);
        } catch {
          // A library that throws shows nothing, which is what the table says then.
        }
      }, stops);
    const end = () =>
      page.evaluate(() => {
        try {
          (globalThis as Shown).tour?.end();
        } catch {}
      });
    await start();
    await shown(page, make.card);
    return {
      page,
      hole: () => page.evaluate(holeOf, make.hole),
      card: () => boxOf(page, make.card),
      reached: async () => {
        const box = await boxOf(page, make.card);
        if (!box) return 0;
        return page.evaluate(
          (points, card) => points.filter(([x, y]) => document.elementFromPoint(x, y)?.closest(card)).length,
          corners(box),
          make.card,
        );
      },
      stop: () => page.evaluate(() => (globalThis as Shown).tour?.at() ?? 0),
      end,
      rounds: async (times) => {
        for (let turn = 0; turn < times; turn++) {
          await end();
          await start();
          await shown(page, make.card);
        }
      },
      count: () => counting(page),
      close: () => page.close(),
    };
  },
});

/** Gives it the time that it needs to show itself, and no more. */
async function shown(page: Page, card: string): Promise<void> {
  // No handle is kept: it would keep the node as well.
  await page
    .waitForFunction(
      (wanted) => document.querySelector(wanted)?.checkVisibility() ?? false,
      { timeout: 2_000 },
      card,
    )
    .then((handle) => handle.dispose())
    .catch(() => undefined);
}

const boxOf = (page: Page, selector: string): Promise<Box | null> =>
  page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    const box = element?.checkVisibility() ? element.getBoundingClientRect() : null;
    return box && box.width > 0 ? (box.toJSON() as Box) : null;
  }, selector);

/** Runs in the page: where the hole of an overlay is, however it is drawn. */
function holeOf(how: Rival['hole']): Box | null {
  const plain = (x: number, y: number, width: number, height: number) =>
    width > 0 && height > 0 ? { x, y, width, height } : null;
  if ('box' in how) {
    const box = document.querySelector(how.box)?.getBoundingClientRect();
    return box ? plain(box.x, box.y, box.width, box.height) : null;
  }
  const shape = document.querySelector('path' in how ? how.path : how.mask) as SVGGraphicsElement | null;
  const svg = shape?.ownerSVGElement;
  if (!shape || !svg) return null;
  const origin = svg.getBoundingClientRect();
  const viewBox = svg.viewBox.baseVal;
  const scale = viewBox && viewBox.width > 0 ? origin.width / viewBox.width : 1;
  if ('mask' in how) {
    const { x, y, width, height } = getComputedStyle(shape) as unknown as Record<string, string>;
    const [left = 0, top = 0, wide = 0, high = 0] = [x, y, width, height].map((text) =>
      Number.parseFloat(text ?? ''),
    );
    return plain(origin.x + left * scale, origin.y + top * scale, wide * scale, high * scale);
  }
  // The outer rectangle first, the hole after it: alone it has a box of its own.
  const parts = (shape.getAttribute('d') ?? '').split(/(?=M)/i).filter((part) => part.trim());
  if (parts.length < 2) return null;
  const alone = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  alone.setAttribute('d', parts.at(-1) as string);
  svg.append(alone);
  const { x, y, width, height } = alone.getBBox();
  alone.remove();
  return plain(origin.x + x * scale, origin.y + y * scale, width * scale, height * scale);
}
