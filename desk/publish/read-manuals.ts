import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Manual } from './manual.ts';
import { type ContentProblem, error } from './problem.ts';
import { readText } from './text.ts';
import { readTranslation, translationName } from './translations.ts';

/** Some manuals of one folder, each with its translations: nothing else is needed to read them. */
export interface ReadJob {
  folder: string;
  /** Names of files, `<id>.md` and `<id>.<language>.md`. */
  names: string[];
  /** Id of the folder's console. */
  console?: string | undefined;
}

/** Front matter of a manual, without its text. */
export interface Head {
  file: string;
  meta: FrontMatter;
  /** Only of translations. */
  outdated?: boolean;
}

export interface Heads {
  manuals: Head[];
  translations: Head[];
  /** Texts whose front matter has a fault. */
  faulty: { file: string; source: string }[];
  problems: ContentProblem[];
}

/** Where manuals are read: here, or besides in other threads. */
export interface ManualReader {
  read(job: ReadJob): Promise<Heads> | Heads;
  /** Jobs at a time. */
  abreast: number;
}

export const readHere = (dir: string): ManualReader => ({ read: (job) => readManuals(dir, job), abreast: 1 });

/** Read at once, not asynchronously: a hundred thousand small files cost four times as much that way. */
export function readManuals(dir: string, { folder, names, console }: ReadJob): Heads {
  const heads: Heads = { manuals: [], translations: [], faulty: [], problems: [] };
  const { problems, faulty } = heads;
  const originals = new Map<string, Manual>();
  for (const name of names.filter((each) => !translationName(each))) {
    const file = `${folder}/${name}`;
    const source = fileText(dir, file, problems);
    if (source === null) continue;
    const read = readFrontMatter(source, file, problems);
    if (!read) {
      faulty.push({ file, source });
      continue;
    }
    const meta = { ...read, console: read.console ?? console };
    originals.set(name.replace(/\.md$/, ''), { file, source, meta });
    heads.manuals.push({ file, meta });
  }
  for (const name of names) {
    const translation = translationName(name);
    if (!translation) continue;
    const file = `${folder}/${name}`;
    const source = fileText(dir, file, problems);
    const original = originals.get(translation.of) ?? null;
    // A fault of the original is told there.
    if (source === null || (!original && names.includes(`${translation.of}.md`))) continue;
    const read = readTranslation({ file, source, lang: translation.lang }, original, problems);
    if (!read) faulty.push({ file, source });
    else if (!original?.meta.draft)
      heads.translations.push({ file, meta: read.meta, outdated: read.outdated });
  }
  return heads;
}

/** Jobs of about `most` files each; a manual and its translations are never parted. */
export function readJobs(job: ReadJob, most = 500): ReadJob[] {
  const stems = new Map<string, string[]>();
  for (const name of job.names) {
    const stem = translationName(name)?.of ?? name.replace(/\.md$/, '');
    const others = stems.get(stem);
    if (others) others.push(name);
    else stems.set(stem, [name]);
  }
  const jobs: ReadJob[] = [];
  let names: string[] = [];
  for (const together of stems.values()) {
    names.push(...together);
    if (names.length < most) continue;
    jobs.push({ ...job, names });
    names = [];
  }
  return names.length > 0 ? [...jobs, { ...job, names }] : jobs;
}

/** Null when there is no such file, or when it cannot be read, which is then a problem. */
export function fileText(dir: string, name: string, problems: ContentProblem[]): string | null {
  try {
    return readText(readFileSync(path.join(dir, name)), name, problems);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT')
      problems.push(
        error(name, 1, 'unreadable', `파일을 읽을 수 없습니다 (${code})`, `cannot be read (${code})`),
      );
    return null;
  }
}
