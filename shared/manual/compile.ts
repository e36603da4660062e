import type { Article } from '../article/node.ts';
import type { Guide } from '../guide/step.ts';
import { languagePicker } from './languages.ts';
import { readLines } from './lines/read-lines.ts';
import { settleLines } from './lines/settle.ts';
import type { Compiled, CompileOptions } from './options.ts';
import { parseBlocks } from './parse/blocks.ts';
import { blankFrontMatter } from './parse/front-matter.ts';
import { Report } from './parse/report.ts';
import { tame } from './parse/tame.ts';
import { markAlternatives } from './steps/alternatives.ts';
import { attachCautions } from './steps/cautions.ts';
import { collect } from './steps/collect.ts';
import { readDoneMarks } from './steps/done-mark.ts';
import { findProblems } from './steps/problems.ts';
import { splitTasks } from './steps/tasks.ts';
import { toGuide } from './steps/to-guide.ts';

/** A manual's Markdown becomes an article and, where it has steps, guides: one parse for both. */
export function compile(markdown: string, options: CompileOptions = {}): Compiled {
  const report = new Report();
  const text = tame(blankFrontMatter(markdown));
  const { blocks, lines } = parseBlocks(text, report);
  const article = articleOf(options);
  article.blocks = blocks;
  const read = readLines(lines, languagePicker(text, options.meta?.lang));
  settleLines(read);
  const drafts = options.guide === false ? [] : collect(read);
  attachCautions(read, drafts);
  markAlternatives(read, drafts);
  if (options.guide !== false) findProblems(read, drafts, known(options), report);
  const marks = readDoneMarks(text, drafts, report);
  const tasks = drafts.every((draft) => draft.action === 'read') ? [] : splitTasks(read, drafts);
  const guides: Guide[] = tasks.map((task, i) =>
    toGuide(
      task.drafts,
      {
        id: i === 0 ? article.id : `${article.id}-${i + 1}`,
        article: article.id,
        lang: article.lang,
        title: tasks.length > 1 ? (task.title ?? article.title) : article.title,
        console: article.console,
      },
      options,
      marks,
    ),
  );
  article.guides = guides.map((guide) => guide.id);
  return { article, guide: guides[0] ?? null, guides, problems: report.problems };
}

function known({ labels = [] }: CompileOptions): Set<string> {
  return new Set(labels.flat().map((label) => label.replace(/\s+/gu, '').toLowerCase()));
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
