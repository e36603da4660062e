import {
  type Manifest,
  type PartRef,
  partsOf,
  readShelf,
  type Shelf,
  verifyManifest,
  verifyPart,
} from '../../shared/bundle/index.ts';
import { type KeyPair, keysUpTo } from './keys.ts';
import type { BundleStore } from './store.ts';

/** What is published now. */
export interface Previous {
  manifest: Manifest;
  bytes: Uint8Array;
  /** Every part by name, those on shelves too. */
  refs: Map<string, PartRef>;
}

/**
 * The bundle in `store` that was signed with `key` or one that it took over from, or null.
 * @param known what shelves list, by their hash: these need not be read
 */
export async function readPrevious(
  store: BundleStore,
  key: KeyPair,
  known: ReadonlyMap<string, readonly PartRef[]> = new Map(),
): Promise<Previous | null> {
  const bytes = await store.read('manifest.json');
  const signatures = await store.read('manifest.sig');
  if (!bytes || !signatures) return null;
  // Rotations would retire the very key that may have signed it.
  const lines = new TextDecoder().decode(signatures).replace(/^rotation .*$/gm, '');
  try {
    const trust = { keys: keysUpTo(key), floor: {}, now: new Date() };
    const { manifest } = await verifyManifest(bytes, lines, trust);
    return { manifest, bytes, refs: partsOf(manifest, await shelvesOf(store, manifest, known)) };
  } catch {
    return null;
  }
}

/** One that is lost or damaged is written anew anyhow, so it is passed over. */
async function shelvesOf(
  store: BundleStore,
  manifest: Manifest,
  known: ReadonlyMap<string, readonly PartRef[]>,
): Promise<Shelf[]> {
  const shelves: Shelf[] = [];
  for (const ref of manifest.parts) {
    if (!ref.name.startsWith('shelf/')) continue;
    const parts = known.get(ref.hash);
    const bytes = parts ? null : await readPart(store, ref);
    // Only its parts are asked for.
    if (parts) shelves.push({ articles: [], guides: [], parts: [...parts] });
    else if (bytes) shelves.push(readShelf(bytes, ref.name.slice('shelf/'.length)));
  }
  return shelves;
}

/** Null when it is not there or not whole. */
export async function readPart(store: BundleStore, ref: PartRef): Promise<Uint8Array | null> {
  const bytes = await store.read(`parts/${ref.hash}`);
  if (!bytes) return null;
  return verifyPart(ref, bytes).then(
    () => bytes,
    () => null,
  );
}

/**
 * The version that an unverifiable manifest in the name of our key claims, or 0: its content is not used, but
 * readers may have accepted that version and would refuse to go back.
 */
export async function claimedVersion(store: BundleStore, key: KeyPair): Promise<number> {
  try {
    const bytes = await store.read('manifest.json');
    const claimed = JSON.parse(new TextDecoder().decode(bytes ?? undefined)) as Partial<Manifest>;
    return claimed.key === key.id && Number.isSafeInteger(claimed.version) ? (claimed.version ?? 0) : 0;
  } catch {
    return 0;
  }
}
