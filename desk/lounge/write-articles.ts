import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readArticle } from '../../shared/bundle/index.ts';
import { renderArticle } from './pages.tsx';
import { openSite, type Stock } from './site.ts';

/** An article's bytes in each language that it is shown in, in the order of the languages; the same ones may recur. */
export interface ArticleJob {
  id: string;
  texts: Uint8Array[];
}

/** @param out folder whose own folders are there already */
export function articleWriter(out: string, stocks: readonly Stock[]): (jobs: ArticleJob[]) => string[] {
  const sites = stocks.map(openSite);
  return (jobs) =>
    jobs.flatMap(({ id, texts }) => {
      const read = new Map(texts.map((bytes) => [bytes, readArticle(bytes, id)]));
      return sites.map((site, at) => {
        const [file, text] = renderArticle(site, read.get(texts[at]!)!);
        writeFileSync(path.join(out, file), text);
        return file;
      });
    });
}
