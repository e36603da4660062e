import type { VNode } from 'preact';
import renderToString from 'preact-render-to-string';
import { ArticlePage } from './article.tsx';
import { CategoryPage } from './category.tsx';
import { atomFeed } from './feeds.ts';
import { Home } from './home.tsx';
import { InquiryPage, NotFoundPage } from './inquiry.tsx';
import { folderOf, MAIN, type Site } from './site.ts';

/** Every page of one language as text, by its path below the lounge's root, one after the other. */
export function* renderPages(site: Site): Generator<[path: string, text: string]> {
  const page = (view: VNode) => `<!DOCTYPE html>\n${renderToString(view)}\n`;
  const folder = folderOf(site.lang);
  yield [`${folder}index.html`, page(<Home site={site} />)];
  yield [`${folder}inquiry.html`, page(<InquiryPage site={site} />)];
  yield [`${folder}feed.xml`, atomFeed(site)];
  if (site.lang === MAIN) yield ['404.html', page(<NotFoundPage site={site} />)];
  for (const shelf of site.shelfOf.values())
    yield [`${folder}c/${shelf.id}.html`, page(<CategoryPage site={site} shelf={shelf} />)];
  for (const article of site.articles)
    yield [`${folder}a/${article.id}.html`, page(<ArticlePage site={site} article={article} />)];
}
