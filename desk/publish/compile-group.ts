import type { ShelfEntry } from '../../shared/bundle/index.ts';
import { serialize } from '../../shared/search/index.ts';
import { targetsOf } from './attach-targets.ts';
import { type Compiled, compileOne, searchIndex } from './compile.ts';
import type { Content } from './content.ts';
import { ManualFile } from './manual.ts';
import type { ContentProblem } from './problem.ts';
import { checkPublishable } from './publishable.ts';
import type { Head } from './read-manuals.ts';
import { type Summary, summaryOf } from './summary.ts';
import type { TargetFile } from './targets.ts';

/** Texts that are published together, and all that there is to know about them; plain data, so that it can travel. */
export interface MakeJob {
  /** Null where there are few enough to do without. */
  shelf: ShelfEntry | null;
  texts: JobText[];
  consoles: Content['consoles'];
  /** Groups of terms.yaml. */
  terms: string[][];
  /** What was recorded beside these texts. */
  targets: TargetFile[];
  /** Search cannot hold two documents of one id; then there is no index. */
  indexed: boolean;
}

export interface JobText extends Head {
  translation: boolean;
  /** Every language of the article, the one it was written in first. */
  langs: string[];
}

export interface Group {
  shelf: ShelfEntry | null;
  compiled: Compiled[];
  translations: Compiled[];
  /** Search indexes by name of their part. */
  search: Map<string, Uint8Array>;
  problems: ContentProblem[];
  summaries: Summary[];
}

/** @param dir the content folder that the texts are in */
export function compileGroup(dir: string, job: MakeJob): Group {
  const group: Group = {
    shelf: job.shelf,
    ...{ compiled: [], translations: [], search: new Map(), problems: [], summaries: [] },
  };
  const targets = targetsOf({ manuals: [], targets: job.targets });
  for (const { file, meta, outdated, translation, langs } of job.texts) {
    const { source } = new ManualFile(dir, file, meta);
    const manual = { file, meta, source };
    const compiled = compileOne(manual, job.consoles, group.problems);
    const { article } = compiled;
    if (langs.length > 1) article.translations = langs;
    if (outdated) article.outdated = true;
    if (translation) compiled.translated = true;
    group.problems.push(...targets.attach(compiled), ...checkPublishable([manual], [compiled]));
    group.summaries.push(summaryOf(compiled));
    (translation ? group.translations : group.compiled).push(compiled);
  }
  if (job.indexed) group.search = searchOf(group, job.terms);
  return group;
}

/** Clauses 6.3 and 6.6: one index a shelf, or one of the originals and one of each other language. */
function searchOf({ shelf, compiled, translations }: Group, terms: string[][]): Map<string, Uint8Array> {
  const bytes = (texts: readonly Compiled[]) => serialize(searchIndex(texts, terms));
  if (shelf) return new Map([[`search/${shelf.name}`, bytes([...compiled, ...translations])]]);
  const langs = [...new Set(translations.map(({ article }) => article.lang))].sort();
  return new Map([
    ['search', bytes(compiled)],
    ...langs.map((lang): [string, Uint8Array] => [
      `search/${lang}`,
      bytes(translations.filter(({ article }) => article.lang === lang)),
    ]),
  ]);
}
