import {
  type Manifest,
  type PartRef,
  partRef,
  partsOf,
  readCatalogue,
  readShelf,
  type Shelf,
  type Verified,
} from '../../shared/bundle/index.ts';
import type { Current } from './content-store.ts';
import { fetchParts } from './fetch-bundle.ts';

/** What taking a bundle needs of the world: storage that survives, and a place where parts come from. */
export interface Takes {
  has(hash: string): Promise<boolean>;
  /** Whether a part of the bundle in use can be read without the network. */
  had(ref: PartRef): Promise<boolean>;
  /** A part that is here, else from where the bundle is. */
  get(ref: PartRef): Promise<Uint8Array>;
  put(hash: string, bytes: Uint8Array): Promise<void>;
  activate(current: Current, keep: ReadonlySet<string>): Promise<void>;
  /** Verified bytes of a part from where the bundle is. */
  fetch(ref: PartRef): Promise<Uint8Array>;
  /** Kept outside the content store: the floor, and changes of keys. */
  remember(verified: Verified): Promise<void>;
}

/** What a bundle says of itself: its shelves, and every part by name. */
export interface Layout {
  manifest: Manifest;
  shelves: Shelf[];
  refs: Map<string, PartRef>;
}

/** Clause 7.2: what must be here before the pointer moves. */
const isIndex = (name: string): boolean => !/^(article|guide)\//.test(name);

/**
 * Takes a verified bundle as clause 7.1 orders it: what is needed comes first, then the pointer moves in one transaction,
 * then it is remembered. Stopped after any line, the old bundle is whole or the new one is.
 * @param before layout of the bundle in use: what could be read of it can be read of the new one
 * @throws BundleError, Offline: then the old one stays in use
 */
export async function take(
  world: Takes,
  verified: Verified,
  source: Current['source'],
  before: Layout | null,
): Promise<void> {
  const { manifest } = verified;
  // What is in the package need not be copied to be there.
  const needed =
    source === 'packaged'
      ? [partRef(manifest, 'catalogue')]
      : manifest.parts.filter(({ name }) => isIndex(name));
  await fetchParts(needed, world.fetch, world.has, world.put);
  const layout = await layoutOf(manifest, world.get);
  if (source === 'synced') {
    const lost: PartRef[] = [];
    for (const ref of layout.refs.values()) {
      const old = before?.refs.get(ref.name);
      if (!isIndex(ref.name) && old && old.hash !== ref.hash && (await world.had(old))) lost.push(ref);
    }
    await fetchParts(lost, world.fetch, world.has, world.put);
  }
  const keep = new Set([...layout.refs.values()].map(({ hash }) => hash));
  await world.activate({ manifest, source, stale: verified.stale }, keep);
  await world.remember(verified);
}

/** @throws BundleError when catalogue or shelves are not what they must be */
export async function layoutOf(
  manifest: Manifest,
  read: (ref: PartRef) => Promise<Uint8Array>,
): Promise<Layout> {
  const catalogue = readCatalogue(await read(partRef(manifest, 'catalogue')));
  const shelves = await Promise.all(
    (catalogue.shelves ?? []).map(async ({ name }) =>
      readShelf(await read(partRef(manifest, `shelf/${name}`)), name),
    ),
  );
  return { manifest, shelves, refs: partsOf(manifest, shelves) };
}
