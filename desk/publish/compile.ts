import type { Article } from '../../shared/article/index.ts';
import { blockText } from '../../shared/article/index.ts';
import type { Catalogue } from '../../shared/bundle/index.ts';
import type { Guide } from '../../shared/guide/index.ts';
import { compile } from '../../shared/manual/index.ts';
import { createIndex, type Index, serialize } from '../../shared/search/index.ts';
import type { Content, Manual } from './content.ts';
import type { ContentProblem } from './problem.ts';

export interface Compiled {
  file: string;
  article: Article;
  guides: Guide[];
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

function compileOne(manual: Manual, consoles: Content['consoles'], problems: ContentProblem[]): Compiled {
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
  return { file: manual.file, article: result.article, guides: result.guides };
}

/** In the order in which lists show them: category by category, then as the author placed them. */
export function catalogueOf(content: Content, compiled: Compiled[], receiptKey: string): Catalogue {
  const position = new Map(content.manuals.map((manual) => [manual.meta.id, manual.meta.sidebar_position]));
  const order = (id: string) => position.get(id) ?? 0;
  const sorted = [...compiled].sort(
    (a, b) => order(a.article.id) - order(b.article.id) || (a.article.id < b.article.id ? -1 : 1),
  );
  return {
    lounge: { ...content.lounge, desk: { url: content.lounge.desk.url, receiptKey } },
    consoles: content.consoles,
    articles: sorted.map(({ article }) => ({
      id: article.id,
      lang: article.lang,
      title: article.title,
      description: article.description,
      console: article.console,
      category: article.category,
      audience: article.audience,
      updated: article.updated,
      guides: article.guides,
    })),
    guides: sorted.flatMap(({ guides }) =>
      guides.map((guide) => ({
        id: guide.id,
        article: guide.article,
        title: guide.title,
        console: guide.console,
        steps: guide.steps.length,
        start: guide.steps[0]?.labels ?? [],
      })),
    ),
  };
}

export function searchIndex(compiled: Compiled[], terms: string[][]): Index {
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

export const searchBytes = (compiled: Compiled[], terms: string[][]): Uint8Array =>
  serialize(searchIndex(compiled, terms));
