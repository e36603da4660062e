import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Window } from 'happy-dom';
import { writeLounge } from '../../../desk/lounge/write.ts';
import { loadKey, newKey } from '../../../desk/publish/keys.ts';
import { publish } from '../../../desk/publish/publish.ts';
import { type Contents, readBundle } from '../../../desk/publish/read-bundle.ts';
import type { Article } from '../../../shared/article/index.ts';
import { readArticle } from '../../../shared/bundle/index.ts';

export const CONTENT = path.resolve(import.meta.dirname, '../../../content');

export interface Lounge {
  contents: Contents;
  /** As they were written first. */
  articles: Article[];
  /** Folder of the pages. */
  out: string;
  files: string[];
  /** Pages of HTML by their path. */
  texts: Map<string, string>;
  /** A page as it is read. */
  page(file: string): Document;
  remove(): Promise<void>;
}

/** A content folder published and its lounge written, in a folder of its own. */
export async function publishedLounge(content = CONTENT): Promise<Lounge> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'giljabi-lounge-'));
  await newKey(path.join(dir, 'keys'), 'publish');
  const key = await loadKey(path.join(dir, 'keys'), 'publish');
  const bundle = path.join(dir, 'bundle');
  const { published, problems } = await publish({
    ...{ content, out: bundle, publishKey: key, receiptKey: `${'A'.repeat(43)}=`, days: 90 },
    desk: 'https://desk.example.com',
  });
  if (!published) throw new Error(JSON.stringify(problems));
  const contents = await readBundle(bundle, [key]);
  const articles = await Promise.all(
    contents.catalogue.articles.map(async ({ id }) => readArticle(await contents.article(id), id)),
  );
  const out = path.join(dir, 'pages/lounge');
  const files = await writeLounge(contents, out);
  const texts = new Map<string, string>();
  for (const file of files)
    if (file.endsWith('.html')) texts.set(file, await readFile(path.join(out, file), 'utf8'));
  const page = (file: string) => parse(texts.get(file) ?? '');
  return {
    contents,
    articles,
    out,
    files,
    texts,
    page,
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

const window = new Window({ settings: { disableJavaScriptEvaluation: true } });

export const parse = (text: string, type = 'text/html'): Document =>
  new window.DOMParser().parseFromString(text, type as 'text/html') as unknown as Document;
