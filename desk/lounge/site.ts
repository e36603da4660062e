import type { Article } from '../../shared/article/index.ts';
import type { ArticleEntry, Catalogue, Category } from '../../shared/bundle/index.ts';

/** A category with what is in it, and where it stands in the tree. */
export interface Shelf {
  id: string;
  title: string;
  /** Titles from the top, this one left out. */
  above: Shelf[];
  children: Shelf[];
  /** Articles of this very category, in catalogue order. */
  articles: ArticleEntry[];
  /** Articles of this one and all below. */
  count: number;
}

/** The bundle as the lounge sees it. */
export interface Site {
  lang: 'ko' | 'en' | 'ja';
  catalogue: Catalogue;
  articles: Article[];
  shelves: Shelf[];
  shelfOf: Map<string, Shelf>;
  entryOf: Map<string, ArticleEntry>;
  /** RFC 3339 time of publication. */
  published: string;
  /** Address of the widget script, relative to the lounge's root. */
  widget: string;
  /** Path of the lounge's root, for the one page that is shown at any address: 404. */
  root: string;
}

export function buildShelves(catalogue: Catalogue, lang: Site['lang']): Map<string, Shelf> {
  const known = new Map<string, Shelf>();
  const build = (category: Category, above: Shelf[]): Shelf => {
    const articles = catalogue.articles.filter((entry) => entry.category === category.id);
    const title = category.title[lang] ?? category.title.ko;
    const shelf: Shelf = { id: category.id, title, above, children: [], articles, count: articles.length };
    known.set(shelf.id, shelf);
    shelf.children = category.children.map((child) => build(child, [...above, shelf]));
    shelf.count += shelf.children.reduce((sum, child) => sum + child.count, 0);
    return shelf;
  };
  for (const category of catalogue.lounge.categories) build(category, []);
  return known;
}

/** This shelf and all below that hold articles themselves. */
export function filledShelves(shelf: Shelf): Shelf[] {
  return [...(shelf.articles.length ? [shelf] : []), ...shelf.children.flatMap(filledShelves)];
}
