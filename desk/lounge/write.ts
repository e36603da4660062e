import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lang } from '../../shared/ui/text/lang.ts';
import type { Contents } from '../publish/read-bundle.ts';
import { brandCss, brandFiles, logoFile } from './brand.ts';
import { robots, sitemapLines, sitemaps } from './feeds.ts';
import { renderPages } from './pages.tsx';
import { buildShelves, langsOf, type Site } from './site.ts';

export interface LoungeOptions {
  /** Widget script, relative to the lounge's root; `widget.js` unless told. */
  widget?: string;
  /** Path under which the lounge is served, for 404.html; that of its address unless told. */
  root?: string;
}

const UI = path.resolve(import.meta.dirname, '../../shared/ui');
const OWN = ['home.css', 'list.css', 'reading.css', 'lounge.css', 'print.css'].map((name) =>
  path.join(import.meta.dirname, name),
);
/** In this order; the narrow rules of lounge.css and print come last. */
const STYLES = [`${UI}/tokens.css`, `${UI}/base.css`, `${UI}/article.css`, ...OWN];

/**
 * Writes the help centre's pages from a verified bundle into `outDir`, replacing what was there: all pages are made
 * beside it first, so that a failure leaves the old ones. Links are relative; the folder can be hosted anywhere.
 * @returns paths of what was written, relative to `outDir`
 */
export async function writeLounge(
  contents: Contents,
  outDir: string,
  options: LoungeOptions = {},
): Promise<string[]> {
  const fresh = `${outDir}.${process.pid}.new`;
  await rm(fresh, { recursive: true, force: true });
  const written: string[] = [];
  const put = async (name: string, bytes: string | Uint8Array) => {
    const file = path.join(fresh, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    written.push(name);
  };
  const { brand } = contents.catalogue.lounge;
  const addresses: string[] = [];
  for (const lang of langsOf(contents.catalogue)) {
    const site = siteOf(contents, await contents.inLanguage(lang), lang, options);
    for (const [name, page] of renderPages(site)) await put(name, page);
    addresses.push(...sitemapLines(site));
  }
  const url = addressOfRoot(contents);
  for (const [name, text] of sitemaps(url, addresses)) await put(name, text);
  await put('robots.txt', robots(url));
  const css = await Promise.all(STYLES.map((file) => readFile(file, 'utf8')));
  await put('style.css', [...css, brandCss(brand)].join('\n'));
  for (const [name, bytes] of await brandFiles(brand)) await put(name, bytes);
  await cp(path.join(import.meta.dirname, 'page.js'), path.join(fresh, 'page.js'));
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  return [...written, 'page.js'];
}

/** Where the lounge is, with a slash at its end: at the desk unless lounge.yaml says otherwise. */
function addressOfRoot({ catalogue: { lounge } }: Pick<Contents, 'catalogue'>): string {
  return `${(lounge.url ?? lounge.desk.url).replace(/\/+$/, '')}/`;
}

function siteOf(
  { manifest, catalogue: whole }: Contents,
  { catalogue, articles }: Pick<Contents, 'catalogue' | 'articles'>,
  lang: Lang,
  options: LoungeOptions,
): Site {
  const url = addressOfRoot({ catalogue });
  const { widget = 'widget.js', root = new URL(url).pathname } = options;
  const shelfOf = buildShelves(catalogue, lang);
  return {
    ...{ lang, widget, root, url, catalogue, articles, shelfOf },
    langs: langsOf(whole),
    shelves: catalogue.lounge.categories.flatMap((category) => shelfOf.get(category.id) ?? []),
    entryOf: new Map(catalogue.articles.map((entry) => [entry.id, entry])),
    published: manifest.published,
    logo: logoFile(catalogue.lounge.brand),
  };
}
