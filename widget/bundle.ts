import type { Article } from '../shared/article/index.ts';
import type { ArticleEntry, Catalogue, Manifest } from '../shared/bundle/index.ts';
import { partRef, readArticle, readCatalogue, verifyManifest, verifyPart } from '../shared/bundle/index.ts';
import { raiseFloor, readFloor } from './floor.ts';

/** Published documents that were verified. Articles and the search index are fetched when asked for. */
export interface Bundle {
  catalogue: Catalogue;
  entryOf(id: string): ArticleEntry | undefined;
  article(id: string): Promise<Article>;
  /** Bytes for `loadIndex`. */
  search(): Promise<Uint8Array>;
}

const open = new Map<string, Promise<Bundle>>();

/**
 * The bundle at an address that ends in `/`; one request for all elements of a page.
 * @throws BundleError when it must not be used, TypeError or Error when it cannot be had
 */
export function openBundle(base: string): Promise<Bundle> {
  const known = open.get(base);
  if (known) return known;
  const opening = load(base);
  open.set(base, opening);
  // A failure is not remembered: the next element may try again.
  opening.catch(() => open.delete(base));
  return opening;
}

async function load(base: string): Promise<Bundle> {
  const [bytes, signatures] = await Promise.all([
    get(base, 'manifest.json', 'no-cache'),
    get(base, 'manifest.sig', 'no-cache'),
  ]);
  const trust = { keys: __GILJABI_KEYS__, floor: readFloor(), now: new Date() };
  const { manifest } = await verifyManifest(bytes, new TextDecoder().decode(signatures), trust);
  const catalogue = readCatalogue(await part(base, manifest, 'catalogue'));
  raiseFloor(manifest.key, manifest.version);
  const entries = new Map(catalogue.articles.map((entry) => [entry.id, entry]));
  return {
    catalogue,
    entryOf: (id) => entries.get(id),
    article: async (id) => readArticle(await part(base, manifest, `article/${id}`), id),
    search: () => part(base, manifest, 'search'),
  };
}

async function part(base: string, manifest: Manifest, name: string): Promise<Uint8Array> {
  const ref = partRef(manifest, name);
  const bytes = await get(base, `parts/${ref.hash}`, 'force-cache');
  await verifyPart(ref, bytes);
  return bytes;
}

async function get(base: string, name: string, cache: RequestCache): Promise<Uint8Array> {
  const response = await fetch(new URL(name, base), {
    cache,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}
