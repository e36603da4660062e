import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { type PartRef, sha256 } from '../../shared/bundle/index.ts';
import { isWhole, replace } from './directory.ts';

/** Parts of a bundle in the making, by hash, before anybody can see them. */
export interface Stage {
  put(ref: PartRef, bytes: Uint8Array): Promise<void>;
  /** @throws when it was never put */
  get(ref: PartRef): Promise<Uint8Array>;
  /** The part as a local file, where it is one. */
  file(ref: PartRef): string | null;
  /** Takes back what was put since the start: nothing is going to be published. */
  undo(): Promise<void>;
}

export async function refOf(name: string, bytes: Uint8Array): Promise<PartRef> {
  return { name, hash: await sha256(bytes), size: bytes.byteLength };
}

export function memoryStage(): Stage {
  const parts = new Map<string, Uint8Array>();
  return {
    async put(ref, bytes) {
      parts.set(ref.hash, bytes);
    },
    async get(ref) {
      const bytes = parts.get(ref.hash);
      if (!bytes) throw new Error(`${ref.name} is not staged`);
      return bytes;
    },
    file: () => null,
    async undo() {
      parts.clear();
    },
  };
}

/** Parts as files of a folder that outlives the publish: whatever is kept there can be published again. */
export function folderStage(dir: string): Stage {
  const fileOf = (ref: PartRef) => path.join(dir, ref.hash);
  const fresh: string[] = [];
  return {
    async put(ref, bytes) {
      const known = await readFile(fileOf(ref)).catch(() => null);
      if (known && (await isWhole(ref, known))) return;
      await mkdir(dir, { recursive: true });
      await replace(fileOf(ref), bytes);
      fresh.push(fileOf(ref));
    },
    get: (ref) => readFile(fileOf(ref)),
    file: fileOf,
    async undo() {
      for (const file of fresh.splice(0)) await rm(file, { force: true });
      // The folder itself was made for them.
      if ((await readdir(dir).catch(() => ['?'])).length === 0)
        await rm(dir, { recursive: true, force: true });
    },
  };
}
