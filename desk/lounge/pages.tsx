import type { VNode } from 'preact';
import renderToString from 'preact-render-to-string';
import type { Article } from '../../shared/article/index.ts';
import { ArticlePage } from './article.tsx';
import { CategoryPage } from './category.tsx';
import { atomFeed } from './feeds.ts';
import { Home } from './home.tsx';
import { InquiryPage, NotFoundPage } from './inquiry.tsx';
import { folderOf, MAIN, type Site } from './site.ts';

const page = (view: VNode) => `<!DOCTYPE html>\n${renderToString(view)}\n`;

/** A page as text, with its path below the lounge's root. */
export type Page = [path: string, text: string];

/** Every page of one language but the articles, one after the other. */
export function* renderPages(site: Site): Generator<Page> {
  const folder = folderOf(site.lang);
  yield [`${folder}index.html`, page(<Home site={site} />)];
  yield [`${folder}inquiry.html`, page(<InquiryPage site={site} />)];
  yield [`${folder}feed.xml`, atomFeed(site)];
  if (site.lang === MAIN) yield ['404.html', page(<NotFoundPage site={site} />)];
  for (const shelf of site.shelfOf.values())
    yield [`${folder}c/${shelf.id}.html`, page(<CategoryPage site={site} shelf={shelf} />)];
}

export const renderArticle = (site: Site, article: Article): Page => [
  `${folderOf(site.lang)}a/${article.id}.html`,
  page(<ArticlePage site={site} article={article} />),
];
