import type { Article } from '../../shared/article/index.ts';
import type { ArticleEntry, Catalogue, Category } from '../../shared/bundle/index.ts';
import type { Lang } from '../../shared/ui/text/lang.ts';

/** What a language calls itself, for people who look for theirs. */
export const OWN_NAMES: Record<Lang, string> = { ko: '한국어', en: 'English', ja: '日本語' };
/** The language whose pages are at the root; the others have a folder each. */
export const MAIN: Lang = 'ko';

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

/** The bundle as the lounge's pages of one language see it. */
export interface Site {
  lang: Lang;
  /** Every language with pages, the main one first. */
  langs: readonly Lang[];
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
  /** Public address of the lounge's root, with a slash at its end. */
  url: string;
  /** File of the publisher's own logo, relative to the lounge's root; null for ours. */
  logo: string | null;
}

/** Folder of a language's pages below the root, empty or with a slash at its end. */
export const folderOf = (lang: Lang): string => (lang === MAIN ? '' : `${lang}/`);

/** Public address of a page. @param at its path below the folder of its language */
export const addressOf = ({ url }: Pick<Site, 'url'>, lang: Lang, at: string): string =>
  url + folderOf(lang) + at.replace(/^index\.html$/, '');

/** Languages that an article is written in, of those that have pages. */
export const writtenIn = ({ langs }: Pick<Site, 'langs'>, { lang, translations = [lang] }: Article): Lang[] =>
  langs.filter((each) => translations.includes(each));

/** Languages with pages of their own: those that the categories are named in. */
export const langsOf = ({ lounge: { categories } }: Pick<Catalogue, 'lounge'>): Lang[] => [
  MAIN,
  ...(['en', 'ja'] as const).filter((lang) => categories.every(({ title }) => title[lang])),
];

export function buildShelves(catalogue: Catalogue, lang: Lang): Map<string, Shelf> {
  const known = new Map<string, Shelf>();
  const byCategory = new Map<string, ArticleEntry[]>();
  for (const entry of catalogue.articles) {
    const others = byCategory.get(entry.category);
    if (others) others.push(entry);
    else byCategory.set(entry.category, [entry]);
  }
  const build = (category: Category, above: Shelf[]): Shelf => {
    const articles = byCategory.get(category.id) ?? [];
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
