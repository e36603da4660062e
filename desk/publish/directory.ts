import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type PartRef, verifyPart } from '../../shared/bundle/index.ts';
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
    async has(ref) {
      const bytes = await readFile(at(`parts/${ref.hash}`)).catch(missing);
      return bytes !== null && isWhole(ref, bytes);
    },
    async putPart(ref, bytes, source) {
      await mkdir(at('parts'), { recursive: true });
      const file = at(`parts/${ref.hash}`);
      if (!source) return replace(file, await bytes());
      const temporary = `${file}.${process.pid}.new`;
      // On another disk a link is not possible.
      await link(source, temporary).catch(() => copyFile(source, temporary));
      await rename(temporary, file);
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

export const isWhole = (ref: PartRef, bytes: Uint8Array): Promise<boolean> =>
  verifyPart(ref, bytes).then(
    () => true,
    () => false,
  );

export async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, content);
  await rename(temporary, file);
}
