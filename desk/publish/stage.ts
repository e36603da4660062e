import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PartRef } from '../../shared/bundle/index.ts';
import { isWhole, replaceNow } from './directory.ts';

/** Parts of a bundle in the making, by hash, before anybody can see them. What it has is whole. */
export interface Stage {
  put(ref: PartRef, bytes: Uint8Array): Promise<void>;
  has(ref: PartRef): Promise<boolean>;
  /** @throws when it was never put */
  get(ref: PartRef): Promise<Uint8Array>;
  /** The part as a local file, where it is one. */
  file(ref: PartRef): string | null;
  /** Folder of those files: another thread may put parts there too, and says so with `adopt`. */
  dir: string | null;
  adopt(hashes: readonly string[]): void;
  /** Hashes of parts that were put, and were not there before, since this was last asked. */
  fresh(): string[];
  /** Takes back what was put or adopted since the start: nothing is going to be published. */
  undo(): Promise<void>;
}

export async function refOf(name: string, bytes: Uint8Array): Promise<PartRef> {
  return { name, hash: hash('sha256', bytes), size: bytes.byteLength };
}

export function memoryStage(): Stage {
  const parts = new Map<string, Uint8Array>();
  return {
    dir: null,
    adopt() {},
    fresh: () => [],
    async put(ref, bytes) {
      parts.set(ref.hash, bytes);
    },
    has: async (ref) => parts.has(ref.hash),
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
  const fileOf = ({ hash }: Pick<PartRef, 'hash'>) => path.join(dir, hash);
  const fresh: string[] = [];
  const has = (ref: PartRef): boolean => {
    try {
      return isWhole(ref, readFileSync(fileOf(ref)));
    } catch {
      return false;
    }
  };
  return {
    dir,
    adopt(hashes) {
      fresh.push(...hashes);
    },
    fresh: () => fresh.splice(0),
    has: async (ref) => has(ref),
    async put(ref, bytes) {
      if (has(ref)) return;
      replaceNow(fileOf(ref), bytes);
      fresh.push(ref.hash);
    },
    get: (ref) => readFile(fileOf(ref)),
    file: fileOf,
    async undo() {
      for (const one of fresh.splice(0)) await rm(fileOf({ hash: one }), { force: true });
      // The folder itself was made for them.
      if ((await readdir(dir).catch(() => ['?'])).length === 0)
        await rm(dir, { recursive: true, force: true });
    },
  };
}
