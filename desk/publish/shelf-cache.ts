import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MakeJob } from './compile-group.ts';
import type { Made } from './made.ts';
import type { Stage } from './stage.ts';

/**
 * What became of each shelf the last time, known by a hash of all that it was made from: texts, what others say of them,
 * and the programs. A file a shelf: `<name>.json`, the hash on its first line. Its parts are in the stage; where one of
 * them is gone or damaged, the shelf is made anew. May be deleted at any time.
 */
export interface ShelfCache {
  get(name: string, key: string, tryOut: boolean): Promise<Made | null>;
  put(name: string, key: string, made: Made): void;
}

export function openCache(dir: string, stage: Stage): ShelfCache {
  const fileOf = (name: string) => path.join(dir, `${name}.json`);
  return {
    async get(name, key, tryOut) {
      const made = remembered(fileOf(name), key);
      if (!made) return null;
      for (const ref of [...made.parts, ...made.shelved]) if (!(await stage.has(ref))) return null;
      const indexes = made.parts.filter((part) => part.name.startsWith('search/'));
      return { ...made, indexes: tryOut ? await Promise.all(indexes.map(stage.get)) : [] };
    },
    put(name, key, { indexes: _, ...made }) {
      mkdirSync(dir, { recursive: true });
      const temporary = `${fileOf(name)}.${process.pid}.new`;
      writeFileSync(temporary, `${key}\n${JSON.stringify(made)}`);
      renameSync(temporary, fileOf(name));
    },
  };
}

function remembered(file: string, key: string): Omit<Made, 'indexes'> | null {
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith(`${key}\n`) ? JSON.parse(text.slice(key.length + 1)) : null;
  } catch {
    return null;
  }
}

/** Forgets shelves that are no more, and what a stopped publish left half-written. */
export function sweepCache(dir: string, names: ReadonlySet<string>): void {
  let files: string[];
  try {
    files = readdirSync(dir);
  } catch {
    return; // never made
  }
  for (const file of files)
    if (!names.has(file.replace(/\.json$/, ''))) rmSync(path.join(dir, file), { force: true });
}

/** @param dir the content folder */
export function keyOf(dir: string, job: MakeJob): string {
  const hash = createHash('sha256').update(JSON.stringify([programs(), job]));
  for (const { file } of job.texts) hash.update(`\n${file}\n`).update(readFileSync(path.join(dir, file)));
  return hash.digest('hex');
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const MADE_BY = [
  'desk/publish',
  ...['article', 'bundle', 'guide', 'manual', 'search'].map((name) => `shared/${name}`),
];
let known: string | undefined;

/** A hash of every file that has a say in what a text becomes, and of the libraries' versions. */
function programs(): string {
  if (known) return known;
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(`${file}\n`).update(readFileSync(path.join(ROOT, file)));
  add('package-lock.json');
  for (const folder of MADE_BY)
    for (const name of (readdirSync(path.join(ROOT, folder), { recursive: true }) as string[]).sort())
      if (name.endsWith('.ts')) add(path.join(folder, name));
  known = hash.digest('hex');
  return known;
}
