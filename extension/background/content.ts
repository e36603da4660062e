import type { Article } from '../../shared/article/index.ts';
import {
  BundleError,
  type Catalogue,
  type Manifest,
  type PartRef,
  readArticle,
  readCatalogue,
  readGuide,
  searchParts,
  shelvesFor,
  type Verified,
  wholeCatalogue,
} from '../../shared/bundle/index.ts';
import type { Guide } from '../../shared/guide/index.ts';
import { pickLang } from '../../shared/ui/text/lang.ts';
import { asset } from '../platform/assets.ts';
import { item } from '../platform/local.ts';
import type { BundleState, SearchIndexes } from '../platform/messages.ts';
import { type Draft, draftNow } from './content-draft.ts';
import { fill, fromPackage, layout, partOf, store } from './content-parts.ts';
import type { Current } from './content-store.ts';
import { take } from './content-take.ts';
import { isRetired, remember, trustNow, trustPackaged } from './content-trust.ts';
import { fetchManifest, fetchPart, Offline } from './fetch-bundle.ts';
import { settings } from './settings.ts';

const lastCheck = item<{ checked: string | null; problem: string | null }>('local', 'last-check', {
  checked: null,
  problem: null,
});

let running: Promise<unknown> | null = null;
let catalogueOf: { name: string; value: Promise<Catalogue> } | null = null;

/** Takes a verified bundle from `base`; the one in use stays whole until then (clause 7). */
async function takeFrom(
  base: string,
  verified: Verified,
  source: Current['source'],
  current: Current | null,
) {
  const world = {
    has: (hash: string) => store.has(hash),
    had: async (ref: PartRef) => (await store.has(ref.hash)) || (await fromPackage(ref)) !== null,
    get: async (ref: PartRef) => (await store.get(ref)) ?? fetchPart(base, ref),
    put: (hash: string, bytes: Uint8Array) => store.put(hash, bytes),
    activate: (next: Current, keep: ReadonlySet<string>) => store.activate(next, keep),
    fetch: (ref: PartRef) => fetchPart(base, ref),
    remember,
  };
  await take(world, verified, source, current && (await layout(current).catch(() => null)));
}

/** The bundle inside the package, when there is none yet or an update of the extension brought a newer one (7.5). */
async function unpack(current: Current | null): Promise<void> {
  const verified = await fetchManifest(asset('bundle/'), trustPackaged());
  const { manifest } = verified;
  const newer =
    !current ||
    (current.manifest.key === manifest.key
      ? current.manifest.version < manifest.version
      : current.manifest.published < manifest.published && !(await isRetired(manifest.key)));
  if (newer) await takeFrom(asset('bundle/'), verified, 'packaged', current);
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

/** Asks the publisher for something newer. Whatever goes wrong, the last good bundle stays in use (7.4). */
export async function sync(): Promise<BundleState> {
  try {
    await unpack(await store.current());
    const base = (await settings.get()).bundleUrl;
    const verified = await fetchManifest(base, await trustNow());
    const now = await store.current();
    const { manifest } = verified;
    if (now?.manifest.key !== manifest.key || now.manifest.version < manifest.version)
      await takeFrom(base, verified, 'synced', now);
    await lastCheck.set({ checked: new Date().toISOString(), problem: null });
  } catch (error) {
    const problem =
      error instanceof BundleError ? error.code : error instanceof Offline ? 'offline' : 'unexpected';
    if (problem === 'unexpected') console.error(error);
    await lastCheck.update((last) => ({ ...last, problem }));
  }
  const now = await store.current();
  if (now) void fill(now);
  return state();
}

/** What faces are told: of the author's draft where one is being previewed, else of the bundle in use. */
export async function state(): Promise<BundleState> {
  const draft = await draftNow();
  if (draft) return draft.state;
  const last = await lastCheck.get();
  try {
    const { manifest, source } = await current();
    return { source, ...timesOf(manifest), stale: new Date() > new Date(manifest.expires), ...last };
  } catch (error) {
    const problem = error instanceof BundleError ? error.code : 'unexpected';
    const none = { version: 0, published: '', expires: '' };
    return { source: 'none', ...none, stale: false, checked: last.checked, problem };
  }
}

const timesOf = ({ version, published, expires }: Manifest) => ({ version, published, expires });

type Source = Pick<Draft, 'manifest' | 'layout' | 'part'>;

/** Where the answers come from: a draft, or the bundle in use. */
const source = async (): Promise<Source> => (await draftNow()) ?? (await published());

async function published(): Promise<Source> {
  const now = await current();
  return { manifest: now.manifest, layout: await layout(now), part: (name) => partOf(now, name) };
}

/** The person's language: what was chosen here, else the browser's. */
const langNow = async (): Promise<string> => (await settings.get()).lang ?? pickLang(navigator.languages);

export const catalogue = async (): Promise<Catalogue> => catalogueFrom(await source());

/** Where inquiries go, also while an author looks at a draft. */
export const publishedCatalogue = async (): Promise<Catalogue> => catalogueFrom(await published());

async function catalogueFrom({ manifest, layout: found, part }: Source): Promise<Catalogue> {
  const lang = await langNow();
  const name = `${manifest.key}:${manifest.version}:${lang}`;
  if (catalogueOf?.name !== name) {
    const value = part('catalogue').then((bytes) =>
      wholeCatalogue(readCatalogue(bytes), found.shelves, lang),
    );
    catalogueOf = { name, value };
    value.catch(() => {
      catalogueOf = null;
    });
  }
  return catalogueOf.value;
}

/** In the person's language, else as it was written (clause 6.5). */
async function text<T>(
  kind: 'article' | 'guide',
  id: string,
  read: (bytes: Uint8Array, id: string) => T,
): Promise<T> {
  const { layout: found, part } = await source();
  const translated = `${kind}/${id}.${await langNow()}`;
  return read(await part(found.refs.has(translated) ? translated : `${kind}/${id}`), id);
}

export const article = (id: string): Promise<Article> => text('article', id, readArticle);
export const guide = (id: string): Promise<Guide> => text('guide', id, readGuide);

/**
 * Names of the search indexes (clause 6.4): `first` those of the person's language about the console in front and about
 * none, `later` the others.
 */
export async function searchIndexes(console: string | null): Promise<SearchIndexes> {
  const { manifest, part } = await source();
  const base = readCatalogue(await part('catalogue'));
  const lang = await langNow();
  const all = searchParts(manifest, base, lang, console);
  if (!base.shelves) return { first: all, later: [] };
  const near = shelvesFor(base, lang, console).filter(
    (shelf) => shelf.lang === lang && (shelf.console === null || shelf.console === console),
  );
  const first = near.map(({ name }) => `search/${name}`);
  return first.length > 0 ? { first, later: all.slice(first.length) } : { first: all, later: [] };
}

/** Bytes of one of them. */
export async function searchBytes(name = 'search'): Promise<Uint8Array> {
  if (!name.startsWith('search')) throw new BundleError('part-missing', name);
  return (await source()).part(name);
}
