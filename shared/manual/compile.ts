import type { Article } from '../article/node.ts';
import type { Guide } from '../guide/step.ts';
import { languagePicker } from './languages.ts';
import { readLines } from './lines/read-lines.ts';
import type { Compiled, CompileOptions } from './options.ts';
import { parseBlocks } from './parse/blocks.ts';
import { blankFrontMatter } from './parse/front-matter.ts';
import { Report } from './parse/report.ts';
import { attachCautions } from './steps/cautions.ts';
import { collect } from './steps/collect.ts';
import { toGuide } from './steps/to-guide.ts';

/** A manual's Markdown becomes an article and, where it has steps, guides: one parse for both. */
export function compile(markdown: string, options: CompileOptions = {}): Compiled {
  const report = new Report();
  const text = blankFrontMatter(markdown);
  const { blocks, lines } = parseBlocks(text, report);
  const article = articleOf(options);
  article.blocks = blocks;
  const read = readLines(lines, languagePicker(text, options.meta?.lang));
  const drafts = options.guide === false ? [] : collect(read);
  attachCautions(read, drafts);
  const guides: Guide[] = drafts.length
    ? [
        toGuide(
          drafts,
          {
            id: article.id,
            article: article.id,
            lang: article.lang,
            title: article.title,
            console: article.console,
          },
          options,
        ),
      ]
    : [];
  article.guides = guides.map((guide) => guide.id);
  return { article, guide: guides[0] ?? null, guides, problems: report.problems };
}

function articleOf({ meta = {} }: CompileOptions): Article {
  return {
    id: 'manual',
    lang: 'ko',
    title: '',
    description: '',
    console: null,
    category: '',
    audience: 'admin',
    tags: [],
    keywords: [],
    updated: '',
    related: [],
    ...meta,
    blocks: [],
    guides: [],
  };
}
