import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ArticleEntry } from '../../shared/bundle/index.ts';
import type { Lang } from '../../shared/ui/text/lang.ts';
import { inOrder } from '../publish/in-order.ts';
import { openPool } from '../publish/pool.ts';
import type { Progress } from '../publish/progress.ts';
import type { Contents } from '../publish/read-bundle.ts';
import { brandCss, brandFiles } from './brand.ts';
import { robots, sitemapLines, sitemaps } from './feeds.ts';
import { renderPages } from './pages.tsx';
import { folderOf, langsOf, openSite, type Stock } from './site.ts';
import type { Setting } from './work.ts';
import { type ArticleJob, articleWriter } from './write-articles.ts';

export interface LoungeOptions {
  /** Widget script, relative to the lounge's root; `widget.js` unless told. */
  widget?: string;
  /** Path under which the lounge is served, for 404.html; that of its address unless told. */
  root?: string;
  /** Is told how far the work has come. */
  told?: Progress;
  /** Threads that write articles, 0 for none; with many of them one for each processor. */
  threads?: number;
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
  const [fresh, old] = [`${outDir}.${process.pid}.new`, `${outDir}.${process.pid}.old`];
  rmSync(fresh, { recursive: true, force: true });
  const written: string[] = [];
  const put = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(path.join(fresh, name), bytes);
    written.push(name);
  };
  const { brand } = contents.catalogue.lounge;
  const stocks = langsOf(contents.catalogue).map((lang) => stockOf(contents, lang, options));
  for (const { lang } of stocks)
    for (const folder of ['a', 'c']) mkdirSync(path.join(fresh, folderOf(lang), folder), { recursive: true });
  await writeArticles(contents, { out: fresh, stocks }, written, options);
  const sites = stocks.map(openSite);
  for (const site of sites) for (const [name, page] of renderPages(site)) put(name, page);
  const url = addressOfRoot(contents);
  const addresses = sites.flatMap((site) => sitemapLines(site, sites));
  for (const [name, text] of sitemaps(url, addresses)) put(name, text);
  put('robots.txt', robots(url));
  const css = STYLES.map((file) => readFileSync(file, 'utf8'));
  put('style.css', [...css, brandCss(brand)].join('\n'));
  for (const [name, bytes] of await brandFiles(brand)) put(name, bytes);
  put('page.js', readFileSync(path.join(import.meta.dirname, 'page.js')));
  // Removing many pages takes a while: nobody should find none in the meantime.
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(fresh, outDir);
  rmSync(old, { recursive: true, force: true });
  return written;
}

/** Fewer articles than this are written sooner than a thread has started. */
const MANY = 400;
/** Articles on their way to a thread at a time. */
const AT_ONCE = 32;

async function writeArticles(
  contents: Contents,
  setting: Setting,
  written: string[],
  { threads, told }: LoungeOptions,
): Promise<void> {
  const { articles } = contents.catalogue;
  const count = threads ?? (articles.length < MANY ? 0 : availableParallelism());
  const pool =
    count > 0
      ? openPool<ArticleJob[], string[]>(new URL('./work.ts', import.meta.url), count, setting)
      : null;
  const here = pool ? null : articleWriter(setting.out, setting.stocks);
  const langs = setting.stocks.map(({ lang }) => lang);
  const work = async (entries: readonly ArticleEntry[]) => {
    const jobs = await Promise.all(entries.map(({ id }) => jobOf(contents, id, langs)));
    return pool ? pool.run(jobs) : here!(jobs);
  };
  let done = 0;
  try {
    for await (const files of inOrder(chunks(articles, AT_ONCE), work, Math.max(1, count * 2))) {
      written.push(...files);
      done += files.length;
      told?.('lounge', done, articles.length * langs.length);
    }
  } finally {
    await pool?.close();
  }
}

/** The same bytes for every language that has no text of its own: they are read and sent once. */
async function jobOf(contents: Contents, id: string, langs: readonly Lang[]): Promise<ArticleJob> {
  const original = await contents.article(id);
  const text = (lang: Lang) => (contents.isTranslated(id, lang) ? contents.article(id, lang) : original);
  return { id, texts: await Promise.all(langs.map(text)) };
}

function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size);
}

/** Where the lounge is, with a slash at its end: at the desk unless lounge.yaml says otherwise. */
function addressOfRoot({ catalogue: { lounge } }: Pick<Contents, 'catalogue'>): string {
  return `${(lounge.url ?? lounge.desk.url).replace(/\/+$/, '')}/`;
}

function stockOf(contents: Contents, lang: Lang, options: LoungeOptions): Stock {
  const url = addressOfRoot(contents);
  const { widget = 'widget.js', root = new URL(url).pathname } = options;
  const { published } = contents.manifest;
  return { ...{ lang, widget, root, url, published }, catalogue: contents.inLanguage(lang) };
}
