import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import {
  type Manifest,
  type PartRef,
  partsOf,
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
  const shelves = async (manifest: Manifest, known = new Map<string, Shelf>()): Promise<Shelf[]> => {
    const found: Shelf[] = [];
    for (const ref of manifest.parts.filter(({ name }) => name.startsWith('shelf/'))) {
      const shelf = known.get(ref.hash) ?? readShelf(await stage.get(ref), ref.name.slice('shelf/'.length));
      known.set(ref.hash, shelf);
      found.push(shelf);
    }
    return found;
  };

  /** Versions share most of their parts: one that is read for one is known for all. */
  async function prune(): Promise<void> {
    const all = await kept();
    if (all.length <= KEPT) return;
    for (const version of all.slice(0, -KEPT))
      await rm(path.join(versions, String(version)), { recursive: true, force: true });
    const needed = new Set<string>();
    const known = new Map<string, Shelf>();
    for (const version of all.slice(-KEPT)) {
      const manifest = await manifestOf(version);
      for (const { hash } of partsOf(manifest, await shelves(manifest, known)).values()) needed.add(hash);
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
        const listed = new Set(manifest.parts.map(({ name }) => name));
        const refs = partsOf(manifest, await shelves(manifest));
        const shelved = [...refs.values()].filter(({ name }) => !listed.has(name));
        for (const ref of refs.values()) await present(stage, ref);
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

async function present(stage: Stage, ref: PartRef): Promise<void> {
  if ((await stage.get(ref)).byteLength !== ref.size) throw new Error(ref.name);
}
