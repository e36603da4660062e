import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Contents } from '../publish/read-bundle.ts';
import { renderPages } from './pages.tsx';
import { buildShelves, type Site } from './site.ts';

export interface LoungeOptions {
  lang?: Site['lang'];
  /** Widget script, relative to the lounge's root; `widget.js` unless told. */
  widget?: string;
  /** Path under which the lounge is served, for 404.html; `/` unless told. */
  root?: string;
}

const UI = path.resolve(import.meta.dirname, '../../shared/ui');
const OWN = ['home.css', 'list.css', 'reading.css', 'lounge.css'].map((name) =>
  path.join(import.meta.dirname, name),
);
/** In this order; the narrow and print rules of lounge.css come last. */
const STYLES = [`${UI}/tokens.css`, `${UI}/base.css`, `${UI}/article.css`, ...OWN];

/**
 * Writes the help centre's pages from a verified bundle into `outDir`, replacing what was there: all pages are made
 * beside it first, so that a failure leaves the old ones. Links are relative; the folder can be hosted anywhere.
 * @returns paths of the pages, relative to `outDir`
 */
export async function writeLounge(
  contents: Contents,
  outDir: string,
  options: LoungeOptions = {},
): Promise<string[]> {
  const pages = renderPages(siteOf(contents, options));
  const fresh = `${outDir}.${process.pid}.new`;
  await rm(fresh, { recursive: true, force: true });
  for (const [name, html] of pages) {
    const file = path.join(fresh, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, html);
  }
  const css = await Promise.all(STYLES.map((file) => readFile(file, 'utf8')));
  await writeFile(path.join(fresh, 'style.css'), css.join('\n'));
  await cp(`${UI}/logo.svg`, path.join(fresh, 'logo.svg'));
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  return [...pages.keys()];
}

function siteOf({ manifest, catalogue, articles }: Contents, options: LoungeOptions): Site {
  const { lang = 'ko', widget = 'widget.js', root = '/' } = options;
  const shelfOf = buildShelves(catalogue, lang);
  return {
    ...{ lang, widget, root, catalogue, articles, shelfOf },
    shelves: catalogue.lounge.categories.flatMap((category) => shelfOf.get(category.id) ?? []),
    entryOf: new Map(catalogue.articles.map((entry) => [entry.id, entry])),
    published: manifest.published,
  };
}
