import { hash } from 'node:crypto';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import type { PartRef } from '../../shared/bundle/index.ts';
import { lockFile } from './lock.ts';
import type { BundleStore } from './store.ts';

/** A directory that a static host serves. */
export function directoryStore(dir: string): BundleStore {
  const at = (file: string) => path.join(dir, file);
  return {
    name: dir,
    abreast: 1,
    read: (file) => readFile(at(file)).catch(missing),
    write: (file, bytes) => replace(at(file), bytes),
    /** A good file is left alone: published parts never change. */
    async has(ref, source) {
      const file = at(`parts/${ref.hash}`);
      // Staged and published under one name and the other: what is staged is whole.
      if (source && isSame(file, source)) return true;
      try {
        return isWhole(ref, readFileSync(file));
      } catch (cause) {
        return missing(cause as NodeJS.ErrnoException) !== null;
      }
    },
    async putPart(ref, bytes, source) {
      const file = at(`parts/${ref.hash}`);
      if (!source) return replaceNow(file, await bytes());
      const temporary = `${file}.${process.pid}.new`;
      intoFolder(temporary, () => {
        try {
          linkSync(source, temporary);
        } catch (cause) {
          if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw cause;
          // On another disk a link is not possible.
          copyFileSync(source, temporary);
        }
      });
      renameSync(temporary, file);
    },
    async sweep(keep) {
      for (const name of await names(at('parts')))
        if (!keep.has(name)) await rm(at(`parts/${name}`), { force: true });
      for (const name of await names(dir))
        if (/^manifest\.(json|sig)\.\d+\.new$/.test(name)) await rm(at(name), { force: true });
    },
    async lock() {
      await mkdir(dir, { recursive: true });
      return lockFile(at('.lock'));
    },
  };
}

const missing = (cause: NodeJS.ErrnoException): null => {
  if (cause.code === 'ENOENT') return null;
  throw cause;
};
const names = (dir: string): Promise<string[]> =>
  readdir(dir).catch((cause: NodeJS.ErrnoException) => missing(cause) ?? []);

export const isWhole = (ref: PartRef, bytes: Uint8Array): boolean =>
  bytes.byteLength === ref.size && hash('sha256', bytes) === ref.hash;

function isSame(file: string, other: string): boolean {
  const [one, two] = [file, other].map((each) => statSync(each, { throwIfNoEntry: false }));
  return one !== undefined && one.ino === two?.ino && one.dev === two.dev;
}

export async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/** The same without giving way: of a hundred thousand small files that is most of what they cost. */
export function replaceNow(file: string, content: Uint8Array): void {
  const temporary = `${file}.${process.pid}.${threadId}.new`;
  intoFolder(temporary, () => writeFileSync(temporary, content));
  renameSync(temporary, file);
}

/** Its folder is made when it turns out to be missing. */
function intoFolder(file: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    mkdirSync(path.dirname(file), { recursive: true });
    write();
  }
}
