import { BundleError, type PartRef } from '../../shared/bundle/index.ts';
import { asset } from '../platform/assets.ts';
import { ContentStore, type Current } from './content-store.ts';
import { type Layout, layoutOf } from './content-take.ts';
import { fetchPart, Offline } from './fetch-bundle.ts';
import { settings } from './settings.ts';

export const store = new ContentStore();

/** The package lies on this machine as well; a part that is not in it is no fault. */
export const fromPackage = (ref: PartRef): Promise<Uint8Array | null> =>
  fetchPart(asset('bundle/'), ref).catch(() => null);

/**
 * A part of the bundle in use, from wherever it is: disk, package, publisher. What had to be fetched stays.
 * @throws BundleError when it differs from what was signed, Offline when it is nowhere within reach
 */
export async function partBytes(ref: PartRef): Promise<Uint8Array> {
  const here = (await store.get(ref)) ?? (await fromPackage(ref));
  if (here) return here;
  const bytes = await fetchPart((await settings.get()).bundleUrl, ref);
  await store.put(ref.hash, bytes);
  return bytes;
}

let known: { name: string; layout: Promise<Layout> } | null = null;

/** Shelves and parts of a bundle that was taken; read once for as long as this background lives. */
export function layout({ manifest }: Current): Promise<Layout> {
  const name = `${manifest.key}:${manifest.version}`;
  if (known?.name !== name) {
    const reading = layoutOf(manifest, partBytes);
    known = { name, layout: reading };
    reading.catch(() => {
      known = null;
    });
  }
  return known.layout;
}

export async function partOf(current: Current, name: string): Promise<Uint8Array> {
  const ref = (await layout(current)).refs.get(name);
  if (!ref) throw new BundleError('part-missing', name);
  return partBytes(ref);
}

let filling: Promise<void> | null = null;

/**
 * Fetches what the bundle in use still lacks, guides before articles, one at a time (clause 7.3): then everything can be
 * read offline, also after an update of the extension has replaced the package. Stops at the first part that is out of
 * reach; the next start goes on from there.
 */
export function fill(current: Current): Promise<void> {
  filling ??= fillNow(current)
    .catch((error: unknown) => {
      if (!(error instanceof Offline)) console.warn(error);
    })
    .finally(() => {
      filling = null;
    });
  return filling;
}

async function fillNow(current: Current): Promise<void> {
  const { refs } = await layout(current);
  const here = await store.hashes();
  const missing = [...refs.values()].filter(({ hash }) => !here.has(hash));
  const guides = missing.filter(({ name }) => name.startsWith('guide/'));
  for (const ref of new Set([...guides, ...missing])) {
    const bytes = (await fromPackage(ref)) ?? (await fetchPart((await settings.get()).bundleUrl, ref));
    // Another bundle may have come in the meantime, and would never be rid of this part again.
    if ((await store.current())?.manifest.version !== current.manifest.version) return;
    await store.put(ref.hash, bytes);
  }
}
