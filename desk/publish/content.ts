import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Console, Lounge } from '../../shared/bundle/index.ts';
import { readBrand } from './brand.ts';
import { consoleFile, loungeFile } from './files.ts';
import { inOrder } from './in-order.ts';
import { type Manual, ManualFile } from './manual.ts';
import { type ContentProblem, error, warning } from './problem.ts';
import type { Progress } from './progress.ts';
import { fileText, type ManualReader, readHere, readJobs } from './read-manuals.ts';
import { readTargets, type TargetFile } from './targets.ts';
import { readTerms, type Terms } from './terms.ts';
import { readYaml } from './yaml.ts';

export type { Manual };

export interface Content {
  /** Text of lounge.yaml, to name the line of a fault. */
  loungeText: string;
  lounge: Omit<Lounge, 'desk'> & { desk: { url: string } };
  consoles: Console[];
  /** Where each of `consoles` was read from. */
  consoleFiles: { file: string; text: string }[];
  terms: Terms;
  /** In the language that each was written in first. */
  manuals: Manual[];
  /** The same in other languages: `<id>.<language>.md`, with the front matter of their originals where theirs is silent. */
  translations: Manual[];
  /** Texts whose front matter has a fault: not published, and yet looked through. */
  faulty: { file: string; source: string }[];
  /** What was recorded beside the manuals. */
  targets: TargetFile[];
}

/**
 * Reads the whole content folder. Faults go to `problems`; what can be read is returned even so, so that
 * one run names every fault. `lounge` is null when lounge.yaml itself cannot be used.
 */
export async function readContent(
  dir: string,
  problems: ContentProblem[],
  { read, abreast }: ManualReader = readHere(dir),
  told?: Progress,
): Promise<{ lounge: Content['lounge'] | null } & Omit<Content, 'lounge'>> {
  const file = (name: string) => fileText(dir, name, problems);

  const loungeText = file('lounge.yaml');
  if (loungeText === null)
    problems.push(error('lounge.yaml', 1, 'missing-file', '파일이 없습니다', 'this file is missing'));
  const settings = loungeText === null ? null : readYaml(loungeText, loungeFile, 'lounge.yaml', 1, problems);
  const lounge = settings && {
    ...settings,
    brand: await readBrand(dir, settings.brand, loungeText ?? '', problems),
  };
  const terms = readTerms(file('terms.yaml'), problems);

  for (const name of await markdown(dir))
    problems.push(
      warning(
        name,
        1,
        'not-read',
        '폴더 밖에 있어 읽지 않은 문서입니다. 콘솔 폴더나 다른 폴더 안으로 옮기십시오',
        'not read: a manual belongs into a folder',
      ),
    );

  const consoles: Console[] = [];
  const consoleFiles: Content['consoleFiles'] = [];
  const manuals: Manual[] = [];
  const translations: Manual[] = [];
  const faulty: Content['faulty'] = [];
  const targets: TargetFile[] = [];
  const count = told ? await countManuals(dir) : 0;
  for (const folder of await folders(dir)) {
    const consoleText = file(path.join(folder, 'console.yaml'));
    const console =
      consoleText === null ? null : readYaml(consoleText, consoleFile, `${folder}/console.yaml`, 1, problems);
    if (console) {
      consoles.push(console);
      consoleFiles.push({ file: `${folder}/console.yaml`, text: consoleText ?? '' });
    }
    const names = await markdown(path.join(dir, folder));
    for await (const heads of inOrder(readJobs({ folder, names, console: console?.id }), read, abreast)) {
      problems.push(...heads.problems);
      told?.('read', manuals.length + translations.length, count);
      faulty.push(...heads.faulty);
      for (const { file, meta } of heads.manuals) manuals.push(new ManualFile(dir, file, meta));
      for (const { file, meta, outdated } of heads.translations)
        translations.push(Object.assign(new ManualFile(dir, file, meta), { outdated }));
    }
    for (const name of await filesOf(path.join(dir, folder), '.targets.yaml')) {
      const text = file(path.join(folder, name));
      if (text !== null) targets.push(readTargets(text, `${folder}/${name}`, problems));
    }
  }
  return {
    lounge,
    loungeText: loungeText ?? '',
    ...{ consoles, consoleFiles, terms, manuals, translations, faulty, targets },
  };
}

async function folders(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

const markdown = async (dir: string): Promise<string[]> =>
  (await filesOf(dir, '.md')).filter((name) => name !== 'README.md');

async function filesOf(dir: string, ending: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(ending))
    .map((entry) => entry.name)
    .sort();
}

/** How many texts there are to read; 0 where there is no such folder. */
export async function countManuals(dir: string): Promise<number> {
  let count = 0;
  for (const folder of await folders(dir).catch(() => []))
    count += (await markdown(path.join(dir, folder))).length;
  return count;
}
