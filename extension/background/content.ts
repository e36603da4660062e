import type { Article } from '../../shared/article/index.ts';
import {
  BundleError,
  type Catalogue,
  readArticle,
  readCatalogue,
  readGuide,
  type Verified,
} from '../../shared/bundle/index.ts';
import type { Guide } from '../../shared/guide/index.ts';
import { asset } from '../platform/assets.ts';
import { build } from '../platform/build.ts';
import { item } from '../platform/local.ts';
import type { BundleState } from '../platform/messages.ts';
import { ContentStore, type Current } from './content-store.ts';
import { fetchManifest, fetchParts, Offline } from './fetch-bundle.ts';
import { settings } from './settings.ts';

const store = new ContentStore();
/** Kept outside the content database: losing the cache must not lose the memory of what was accepted. */
const floor = item<Record<string, number>>('local', 'floor', {});
const lastCheck = item<{ checked: string | null; problem: string | null }>('local', 'last-check', {
  checked: null,
  problem: null,
});

let running: Promise<unknown> | null = null;
let catalogueOf: { manifest: string; value: Catalogue } | null = null;

/** The bundle inside the package, when there is none yet or an update of the extension brought a newer one. */
async function unpack(current: Current | null): Promise<Current | null> {
  const verified = await fetchManifest(asset('bundle/'), { keys: build.keys, floor: {}, now: new Date() });
  const newer =
    !current ||
    (current.manifest.key === verified.manifest.key && current.manifest.version < verified.manifest.version);
  return newer ? take(verified, asset('bundle/'), 'packaged') : current;
}

async function take(verified: Verified, base: string, source: Current['source']): Promise<Current> {
  const fresh = await fetchParts(base, verified, (hash) => store.has(hash));
  const current: Current = { manifest: verified.manifest, source, stale: verified.stale };
  await store.activate(current, fresh);
  const { key, version } = verified.manifest;
  await floor.update((versions) => ({ ...versions, [key]: Math.max(versions[key] ?? 0, version) }));
  return current;
}

/** The bundle in use. The first call of a fresh profile unpacks the packaged one. */
async function current(): Promise<Current> {
  const stored = await store.current();
  if (stored) return stored;
  running ??= unpack(null).finally(() => {
    running = null;
  });
  await running;
  const unpacked = await store.current();
  if (!unpacked) throw new BundleError('part-missing', 'bundle');
  return unpacked;
}

/** Asks the publisher for something newer. Whatever goes wrong, the last good bundle stays in use. */
export async function sync(): Promise<BundleState> {
  try {
    const packaged = await unpack(await store.current());
    const base = (await settings.get()).bundleUrl;
    const trust = { keys: build.keys, floor: await floor.get(), now: new Date() };
    const verified = await fetchManifest(base, trust);
    const { manifest } = verified;
    if (packaged?.manifest.key !== manifest.key || packaged.manifest.version < manifest.version)
      await take(verified, base, 'synced');
    await lastCheck.set({ checked: new Date().toISOString(), problem: null });
  } catch (error) {
    const problem =
      error instanceof BundleError ? error.code : error instanceof Offline ? 'offline' : 'unexpected';
    if (problem === 'unexpected') console.error(error);
    await lastCheck.update((last) => ({ ...last, problem }));
  }
  return state();
}

export async function state(): Promise<BundleState> {
  const last = await lastCheck.get();
  try {
    const { manifest, source } = await current();
    const { version, published, expires } = manifest;
    return { source, version, published, expires, stale: new Date() > new Date(expires), ...last };
  } catch (error) {
    const problem = error instanceof BundleError ? error.code : 'unexpected';
    return {
      source: 'none',
      version: 0,
      published: '',
      expires: '',
      stale: false,
      checked: last.checked,
      problem,
    };
  }
}

export async function catalogue(): Promise<Catalogue> {
  const { manifest } = await current();
  const name = `${manifest.key}:${manifest.version}`;
  if (catalogueOf?.manifest !== name)
    catalogueOf = { manifest: name, value: readCatalogue(await store.part('catalogue')) };
  return catalogueOf.value;
}

export async function article(id: string): Promise<Article> {
  await current();
  return readArticle(await store.part(`article/${id}`), id);
}

export async function guide(id: string): Promise<Guide> {
  await current();
  return readGuide(await store.part(`guide/${id}`), id);
}

export async function searchBytes(): Promise<Uint8Array> {
  await current();
  return store.part('search');
}
