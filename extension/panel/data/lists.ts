import type { ArticleEntry, Catalogue, Console, Localised } from '../../../shared/bundle/index.ts';

export type GuideEntry = Catalogue['guides'][number];
export type Lang = keyof Localised;

/** The text in the person's language, else in Korean, which always exists. */
export const said = (text: Localised, lang: Lang): string => text[lang] ?? text.ko;

export const consoleOf = (catalogue: Catalogue, id: string | null): Console | undefined =>
  catalogue.consoles.find((console) => console.id === id);

export const entryOf = (catalogue: Catalogue, id: string): ArticleEntry | undefined =>
  catalogue.articles.find((entry) => entry.id === id);

/**
 * Guides of one console in catalogue order: those that can start on this very page first, then those in the person's
 * language; the others are still there.
 */
export function guidesFor(
  catalogue: Catalogue,
  console: string | null,
  lang: Lang,
  startable: readonly string[] | null = null,
): GuideEntry[] {
  if (console === null) return [];
  const langs = new Map(catalogue.articles.map((entry) => [entry.id, entry.lang]));
  const own = (guide: GuideEntry) =>
    (startable?.includes(guide.id) ? 0 : 2) + (langs.get(guide.article) === lang ? 0 : 1);
  return catalogue.guides
    .filter((guide) => guide.console === console && guide.steps > 0)
    .sort((a, b) => own(a) - own(b));
}

/**
 * The FAQ that support chose, in their order; ids without a document fall away. With a console in front, what
 * is about it comes first and what is about another one last.
 */
export function faqOf(catalogue: Catalogue, console: string | null = null): ArticleEntry[] {
  const entries = catalogue.lounge.faq.flatMap((id) => entryOf(catalogue, id) ?? []);
  if (console === null) return entries;
  const distance = (entry: ArticleEntry) => (entry.console === console ? 0 : entry.console === null ? 1 : 2);
  return entries.sort((a, b) => distance(a) - distance(b));
}

/** Guides of an article that can be walked, as the author ordered them. */
export function guidesOfArticle(catalogue: Catalogue, article: string): GuideEntry[] {
  return catalogue.guides.filter((guide) => guide.article === article && guide.steps > 0);
}
