import type { Article } from '../../shared/article/index.ts';
import { blockText } from '../../shared/article/index.ts';
import type { ArticleEntry, Catalogue, GuideEntry } from '../../shared/bundle/index.ts';
import type { Guide } from '../../shared/guide/index.ts';
import { compile } from '../../shared/manual/index.ts';
import { createIndex, type Index } from '../../shared/search/index.ts';
import type { Content, Manual } from './content.ts';
import type { ContentProblem } from './problem.ts';

export interface Compiled {
  file: string;
  article: Article;
  guides: Guide[];
  /** Where the author placed it among others; not said by whoever compiles a single text. */
  position?: number;
  translated?: boolean;
}

/** Every manual as article and guides; the compiler's own findings go to `problems` with file and line. */
export function compileManuals(
  content: Pick<Content, 'manuals' | 'consoles'>,
  problems: ContentProblem[],
): Compiled[] {
  return content.manuals
    .filter((manual) => !manual.meta.draft)
    .map((manual) => compileOne(manual, content.consoles, problems));
}

export function compileOne(
  manual: Manual,
  consoles: Content['consoles'],
  problems: ContentProblem[],
): Compiled {
  const { meta } = manual;
  const labels = consoles.find((console) => console.id === meta.console)?.labels;
  const result = compile(manual.source, {
    meta: {
      id: meta.id,
      lang: meta.lang,
      title: meta.title,
      description: meta.description,
      console: meta.console ?? null,
      category: meta.category,
      audience: meta.audience,
      tags: meta.tags,
      keywords: meta.keywords,
      updated: meta.last_update.date,
      related: meta.related,
    },
    guide: meta.guide,
    ...(meta.outcome && { outcome: meta.outcome }),
    ...(labels && { labels }),
  });
  problems.push(...result.problems.map((problem) => ({ file: manual.file, ...problem })));
  return {
    file: manual.file,
    article: result.article,
    guides: result.guides,
    position: meta.sidebar_position,
  };
}

/** As the author placed them, then by id. */
export const inOrder = (a: Compiled, b: Compiled): number =>
  (a.position ?? 1_000) - (b.position ?? 1_000) || (a.article.id < b.article.id ? -1 : 1);

export const articleEntry = ({ article, translated }: Compiled): ArticleEntry => ({
  id: article.id,
  lang: article.lang,
  title: article.title,
  description: article.description,
  console: article.console,
  category: article.category,
  audience: article.audience,
  updated: article.updated,
  guides: article.guides,
  ...(translated && { translated }),
  ...(article.outdated && { outdated: true as const }),
});

export const guideEntries = ({ article, guides, translated }: Compiled): GuideEntry[] =>
  guides.map((guide) => ({
    id: guide.id,
    article: guide.article,
    title: guide.title,
    console: guide.console,
    steps: guide.steps.length,
    start: guide.steps[0]?.labels ?? [],
    ...(translated && { lang: article.lang, translated }),
  }));

/** In the order in which lists show them: category by category, then as the author placed them. */
export function catalogueOf(
  content: Content,
  compiled: readonly Compiled[],
  receiptKey: string,
  translations: readonly Compiled[] = [],
): Catalogue {
  const lists = (texts: readonly Compiled[]) => {
    const sorted = [...texts].sort(inOrder);
    return { articles: sorted.map(articleEntry), guides: sorted.flatMap(guideEntries) };
  };
  return {
    lounge: { ...content.lounge, desk: { url: content.lounge.desk.url, receiptKey } },
    consoles: content.consoles,
    ...lists(compiled),
    ...(translations.length > 0 && { translations: lists(translations) }),
  };
}

export function searchIndex(compiled: readonly Compiled[], terms: string[][]): Index {
  const documents = compiled.map(({ article }) => ({
    id: article.id,
    title: article.title,
    body: [article.description, blockText(article.blocks)].filter(Boolean).join('\n'),
    tags: [...article.tags, ...article.keywords],
    related: article.related,
    lang: article.lang,
    ...(article.console && { console: article.console }),
    updated: article.updated,
  }));
  return createIndex(documents, { terms });
}
