import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'puppeteer';
import type { Lang } from '../../shared/ui/text/index.ts';
import { type Launched, launch } from '../browser/support/chromium.ts';
import { type DeskProcess, startDesk } from '../browser/support/desk.ts';
import { prepare } from '../browser/support/prepare.ts';

export const root = path.resolve(import.meta.dirname, '../..');
export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];
/** Takes a picture that was made: a PNG of a surface. */
export type Take = (name: string, lang: Lang, scheme: Scheme, png: Uint8Array) => Promise<void>;

/** The real extension and the real desk, for everybody who wants pictures of them. */
export interface Studio {
  home: string;
  desk: DeskProcess;
  /** A browser in that language; the interface is told by a setting, the desk by the browser. */
  open(lang: Lang): Promise<Launched>;
  close(): Promise<void>;
}

export async function openStudio(): Promise<Studio> {
  const { home, extension, deskPort } = await prepare();
  const desk = await startDesk(home, deskPort);
  const opened: Launched[] = [];
  return {
    home,
    desk,
    async open(lang) {
      const launched = await launch(extension);
      opened.push(launched);
      const page = await launched.browser.newPage();
      await page.goto(`chrome-extension://${launched.extension.id}/options.html`);
      await ask(page, 'settings/set', { lang });
      await page.close();
      return launched;
    },
    async close() {
      for (const launched of opened) await launched.close().catch(() => undefined);
      await desk.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A page of ours asks the background. */
export function ask<T>(page: Page, call: string, argument?: unknown): Promise<T> {
  return page.evaluate(
    async (name, given) => {
      type Runtime = { sendMessage(message: unknown): Promise<{ value: unknown }> };
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      return (await runtime.sendMessage({ call: name, argument: given })).value;
    },
    call,
    argument,
  ) as Promise<T>;
}

export async function openPage(
  launched: Launched,
  url: string,
  [width, height]: readonly [number, number],
  lang: Lang = 'ko',
): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.setViewport({ width, height });
  await page.setExtraHTTPHeaders({ 'Accept-Language': lang });
  await dress(page, 'light');
  await page.goto(url.startsWith('/') ? `chrome-extension://${launched.extension.id}${url}` : url);
  return page;
}

export async function dress(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Until two frames in a row are the same: nothing is still arriving or fading in. */
export async function settled(page: Page): Promise<Uint8Array> {
  let before = '';
  for (let tries = 0; tries < 20; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const png = await page.screenshot();
    const now = Buffer.from(png).toString('base64');
    if (now === before) return png;
    before = now;
  }
  return page.screenshot();
}

/** Pictures that a document shows, as `name-scheme`; only those are kept in the repository. */
export async function shown(): Promise<Set<string>> {
  const files = ['README.md', 'docs', 'widget/README.md'];
  const found = new Set<string>();
  for (const each of files)
    for await (const file of glob(each.endsWith('.md') ? each : `${each}/**/*.md`, { cwd: root }))
      for (const [, name] of (await readFile(path.join(root, file), 'utf8')).matchAll(
        /pictures\/([\w-]+)\.png/g,
      ))
        if (name) found.add(name);
  return found;
}

/**
 * All pictures go to `.giljabi/shots`; the Korean ones that documents show, also to `docs/pictures`, where nothing else
 * stays.
 */
export async function keeper(): Promise<Take> {
  const kept = await shown();
  const all = path.join(root, '.giljabi/shots');
  const docs = path.join(root, 'docs/pictures');
  await Promise.all([mkdir(all, { recursive: true }), mkdir(docs, { recursive: true })]);
  for (const file of await readdir(docs))
    if (file.endsWith('.png') && !kept.has(file.slice(0, -4))) await rm(path.join(docs, file));
  return async (name, lang, scheme, png) => {
    await writeFile(path.join(all, `${name}-${lang}-${scheme}.png`), png);
    const inDocs = lang === 'ko' && kept.has(`${name}-${scheme}`);
    if (inDocs) await writeFile(path.join(docs, `${name}-${scheme}.png`), png);
    console.log(`${name}-${lang}-${scheme}${inDocs ? '  -> docs/pictures' : ''}`);
  };
}
