import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Console, Lounge } from '../../shared/bundle/index.ts';
import { readBrand } from './brand.ts';
import { consoleFile, loungeFile } from './files.ts';
import { readFrontMatter } from './front-matter.ts';
import { type Manual, ManualFile } from './manual.ts';
import { type ContentProblem, error, warning } from './problem.ts';
import { readTargets, type TargetFile } from './targets.ts';
import { readTerms, type Terms } from './terms.ts';
import { readText } from './text.ts';
import { readTranslation, translationName } from './translations.ts';
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
): Promise<{ lounge: Content['lounge'] | null } & Omit<Content, 'lounge'>> {
  const file = (name: string) => fileText(dir, name, problems);

  const loungeText = await file('lounge.yaml');
  if (loungeText === null)
    problems.push(error('lounge.yaml', 1, 'missing-file', '파일이 없습니다', 'this file is missing'));
  const read = loungeText === null ? null : readYaml(loungeText, loungeFile, 'lounge.yaml', 1, problems);
  const lounge = read && { ...read, brand: await readBrand(dir, read.brand, loungeText ?? '', problems) };
  const terms = readTerms(await file('terms.yaml'), problems);

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
  for (const folder of await folders(dir)) {
    const consoleText = await file(path.join(folder, 'console.yaml'));
    const console =
      consoleText === null ? null : readYaml(consoleText, consoleFile, `${folder}/console.yaml`, 1, problems);
    if (console) {
      consoles.push(console);
      consoleFiles.push({ file: `${folder}/console.yaml`, text: consoleText ?? '' });
    }
    const names = await markdown(path.join(dir, folder));
    const originals = new Map<string, Manual>();
    for (const name of names.filter((each) => !translationName(each))) {
      const at = `${folder}/${name}`;
      const source = await file(at);
      if (source === null) continue;
      const meta = readFrontMatter(source, at, problems);
      if (!meta) {
        faulty.push({ file: at, source });
        continue;
      }
      const manual = new ManualFile(dir, at, { ...meta, console: meta.console ?? console?.id });
      originals.set(name.replace(/\.md$/, ''), manual);
      manuals.push(manual);
    }
    for (const name of names) {
      const translation = translationName(name);
      if (!translation) continue;
      const at = `${folder}/${name}`;
      const source = await file(at);
      const original = originals.get(translation.of) ?? null;
      // A fault of the original is told there.
      if (source === null || (!original && names.includes(`${translation.of}.md`))) continue;
      const read = readTranslation({ file: at, source, lang: translation.lang }, original, problems);
      if (!read) faulty.push({ file: at, source });
      else if (!original?.meta.draft)
        translations.push(Object.assign(new ManualFile(dir, at, read.meta), { outdated: read.outdated }));
    }
    for (const name of await filesOf(path.join(dir, folder), '.targets.yaml')) {
      const text = await file(path.join(folder, name));
      if (text !== null) targets.push(readTargets(text, `${folder}/${name}`, problems));
    }
  }
  return {
    lounge,
    loungeText: loungeText ?? '',
    ...{ consoles, consoleFiles, terms, manuals, translations, faulty, targets },
  };
}

/** Null when there is no such file, or when it cannot be read, which is then a problem. */
async function fileText(dir: string, name: string, problems: ContentProblem[]): Promise<string | null> {
  try {
    return readText(await readFile(path.join(dir, name)), name, problems);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== 'ENOENT')
      problems.push(
        error(name, 1, 'unreadable', `파일을 읽을 수 없습니다 (${code})`, `cannot be read (${code})`),
      );
    return null;
  }
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
