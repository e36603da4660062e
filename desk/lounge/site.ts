import type { Article } from '../../shared/article/index.ts';
import type { ArticleEntry, Catalogue, Category, GuideEntry } from '../../shared/bundle/index.ts';
import type { Lang } from '../../shared/ui/text/lang.ts';
import { logoFile } from './brand.ts';

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
  shelves: Shelf[];
  shelfOf: Map<string, Shelf>;
  entryOf: Map<string, ArticleEntry>;
  /** Where an article is among those of its category. */
  placeOf: Map<string, number>;
  guidesOf: Map<string, GuideEntry[]>;
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

/** What pages of one language are made from; plain data, so that it can travel. */
export interface Stock extends Pick<Site, 'lang' | 'catalogue' | 'published' | 'widget' | 'root' | 'url'> {}

/** One look through the lists, so that no page has to. */
export function openSite(stock: Stock): Site {
  const { catalogue, lang } = stock;
  const shelfOf = buildShelves(catalogue, lang);
  const places = [...shelfOf.values()].flatMap(({ articles }) =>
    articles.map(({ id }, at) => [id, at] as const),
  );
  return {
    ...stock,
    langs: langsOf(catalogue),
    shelfOf,
    shelves: catalogue.lounge.categories.flatMap((category) => shelfOf.get(category.id) ?? []),
    entryOf: new Map(catalogue.articles.map((entry) => [entry.id, entry])),
    placeOf: new Map(places),
    guidesOf: groups(catalogue.guides, ({ article }) => article),
    logo: logoFile(catalogue.lounge.brand),
  };
}

function buildShelves(catalogue: Catalogue, lang: Lang): Map<string, Shelf> {
  const known = new Map<string, Shelf>();
  const byCategory = groups(catalogue.articles, ({ category }) => category);
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

function groups<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of list) {
    const others = found.get(keyOf(item));
    if (others) others.push(item);
    else found.set(keyOf(item), [item]);
  }
  return found;
}
