import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Recorded } from '../../shared/bundle/recorded.ts';
import { nthOfKey, type Step, stepKey } from '../../shared/guide/index.ts';
import { throwsAway } from '../../shared/locate/words.ts';
import { type Compiled, compileManuals } from '../publish/compile.ts';
import { readContent } from '../publish/content.ts';
import type { ContentProblem } from '../publish/problem.ts';
import { stepsOf, type Target, type TargetFile, targetsFileOf } from '../publish/targets.ts';
import { type Written, writeTarget } from './write-target.ts';

/** A step as a page knows it: by its guide, and its place among the guide's steps of that key. */
export interface Wanted {
  guide: string;
  step: string;
  nth: number;
}

/** Where a step's target is written down. */
export interface Place {
  compiled: Compiled;
  step: Step;
  /** Below the content folder. */
  file: string;
  /** As the file counts: through all guides of the manual. */
  nth: number;
  /** What is there already. */
  before: Target | null;
}

/** The content folder as it is now, for those who write targets into it. */
export interface ContentSteps {
  /** The step, or which part of it there is not. */
  find(wanted: Wanted): Place | 'no-such-guide' | 'no-such-step';
  /** Files of targets that have a fault; nothing is written into them. */
  faulty: Set<string>;
}

export async function readSteps(dir: string): Promise<ContentSteps> {
  const problems: ContentProblem[] = [];
  const { manuals, consoles, targets } = await readContent(dir, problems);
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const compiled = compileManuals({ manuals, consoles }, []);
  return {
    faulty,
    find: (wanted) => {
      const of = compiled.find(({ guides }) => guides.some(({ id }) => id === wanted.guide));
      const guide = of?.guides.find(({ id }) => id === wanted.guide);
      if (!of || !guide) return 'no-such-guide';
      const step = guide.steps.filter((each) => stepKey(each) === wanted.step)[wanted.nth - 1];
      if (!step) return 'no-such-step';
      const file = targetsFileOf(of.file, of.article.id);
      const nth = nthOfKey(stepsOf(of), step);
      return { compiled: of, step, file, nth, before: entryOf(targets, file, wanted.step, nth) };
    },
  };
}

const entryOf = (files: TargetFile[], file: string, step: string, nth: number): Target | null =>
  files
    .find((each) => each.file === file)
    ?.targets.find((target) => target.step === step && target.nth === nth) ?? null;

/** A save must never be bound to what cancels or deletes, whoever has recorded it. */
export function throwsAwayFor({ action, labels }: Step, recorded: Recorded): boolean {
  const binding = action === 'save' || action === 'confirm';
  return binding && throwsAway(recorded.name) !== throwsAway(labels.at(-1) ?? '');
}

/** Writes one target beside its manual; a reader at any moment sees the old file or the new one. */
export async function saveTarget(
  dir: string,
  { file }: Pick<Place, 'file'>,
  target: Target,
): Promise<Written> {
  const name = path.join(dir, file);
  const text = await readFile(name, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return null;
    throw cause;
  });
  const written = writeTarget(text, target);
  if (written.did === 'unchanged') return written.did;
  const temporary = `${name}.${process.pid}.new`;
  await writeFile(temporary, written.text);
  await rename(temporary, name);
  return written.did;
}

/** YYYY-MM-DD */
export const today = (): string => new Date().toISOString().slice(0, 10);
