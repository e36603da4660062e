import type { VNode } from 'preact';
import renderToString from 'preact-render-to-string';
import { ArticlePage } from './article.tsx';
import { CategoryPage } from './category.tsx';
import { Home } from './home.tsx';
import { InquiryPage, NotFoundPage } from './inquiry.tsx';
import type { Site } from './site.ts';

/** Every page of the lounge as HTML text, by its path below the root. */
export function renderPages(site: Site): Map<string, string> {
  const page = (view: VNode) => `<!doctype html>\n${renderToString(view)}\n`;
  const pages = new Map<string, string>();
  pages.set('index.html', page(<Home site={site} />));
  pages.set('inquiry.html', page(<InquiryPage site={site} />));
  pages.set('404.html', page(<NotFoundPage site={site} />));
  for (const shelf of site.shelfOf.values())
    pages.set(`c/${shelf.id}.html`, page(<CategoryPage site={site} shelf={shelf} />));
  for (const article of site.articles)
    pages.set(`a/${article.id}.html`, page(<ArticlePage site={site} article={article} />));
  return pages;
}
