import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type Manifest,
  type PartRef,
  readShelf,
  type Shelf,
  verifyManifest,
} from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';
import type { Ready } from './bundle.ts';
import { replace } from './directory.ts';
import { type KeyPair, keysUpTo } from './keys.ts';
import { folderStage, type Stage } from './stage.ts';
import type { BundleStore } from './store.ts';

/** Versions that can be published again. */
const KEPT = 20;

/** What was published from here, kept so that it can be published again: manifests, and parts by their hash. */
export interface Archive {
  /** New parts go here first. */
  stage: Stage;
  /** Keeps the version that `store` has now, and forgets the oldest. */
  keep(store: BundleStore, manifest: Manifest): Promise<void>;
  /** An old version as if it had just been compiled. @throws Expected when it is not kept */
  open(version: number): Promise<Ready>;
}

export function openArchive(dir: string, key: KeyPair): Archive {
  const stage = folderStage(path.join(dir, 'parts'));
  const versions = path.join(dir, 'versions');
  const kept = async (): Promise<number[]> =>
    (await readdir(versions).catch(() => []))
      .map(Number)
      .filter(Number.isSafeInteger)
      .sort((a, b) => a - b);
  const manifestOf = async (version: number): Promise<Manifest> => {
    const read = (name: string) => readFile(path.join(versions, String(version), name));
    const signatures = (await read('manifest.sig')).toString().replace(/^rotation .*$/gm, '');
    const trust = { keys: keysUpTo(key), floor: {}, now: new Date() };
    return (await verifyManifest(await read('manifest.json'), signatures, trust)).manifest;
  };
  const shelfOf = async (ref: PartRef): Promise<Shelf> =>
    readShelf(await stage.get(ref), ref.name.slice('shelf/'.length));

  async function prune(): Promise<void> {
    const all = await kept();
    if (all.length <= KEPT) return;
    for (const version of all.slice(0, -KEPT))
      await rm(path.join(versions, String(version)), { recursive: true, force: true });
    const needed = new Set<string>();
    for (const version of all.slice(-KEPT))
      for (const ref of (await manifestOf(version)).parts) {
        // Versions share most of their shelves: one that is read for one is known for all.
        const known = needed.has(ref.hash);
        needed.add(ref.hash);
        if (known || !ref.name.startsWith('shelf/')) continue;
        for (const { hash } of (await shelfOf(ref)).parts) needed.add(hash);
      }
    const parts = path.join(dir, 'parts');
    for (const name of await readdir(parts))
      if (!needed.has(name)) await rm(path.join(parts, name), { force: true });
  }

  return {
    stage,
    async keep(store, manifest) {
      for (const name of ['manifest.json', 'manifest.sig']) {
        const bytes = await store.read(name);
        if (bytes) await replace(path.join(versions, String(manifest.version), name), bytes);
      }
      // A version that cannot be read is no reason to fail what has been published already.
      await prune().catch(() => undefined);
    },
    async open(version) {
      try {
        const manifest = await manifestOf(version);
        const shelved = new Map<string, PartRef[]>();
        for (const ref of manifest.parts)
          if (ref.name.startsWith('shelf/')) shelved.set(ref.hash, (await shelfOf(ref)).parts);
        for (const ref of [...manifest.parts, ...[...shelved.values()].flat()])
          if (!(await stage.has(ref))) throw new Error(ref.name);
        return { parts: manifest.parts, shelved, stage };
      } catch {
        const others = (await kept()).join(', ');
        throw new Expected({
          ko: `${version}판은 보관되어 있지 않거나 온전하지 않습니다. 보관된 판: ${others || '없음'}`,
          en: `Version ${version} is not kept, or not whole. Kept: ${others || 'none'}`,
        });
      }
    },
  };
}
