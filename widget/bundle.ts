import type { Article } from '../shared/article/index.ts';
import type { ArticleEntry, Catalogue, PartRef } from '../shared/bundle/index.ts';
import {
  BundleError,
  MAX_MANIFEST,
  MAX_SIGNATURES,
  partRef,
  partsOf,
  readBody,
  readCatalogue,
  readShelf,
  type Shelf,
  searchParts,
  shelvesFor,
  verifyManifest,
  verifyPart,
  wholeCatalogue,
} from '../shared/bundle/index.ts';
import { keepRotations, raiseFloor, readFloor, readRotations } from './floor.ts';

/** Published documents that were verified. Articles and search indexes are fetched when asked for. */
export interface Bundle {
  catalogue: Catalogue;
  entryOf(id: string): ArticleEntry | undefined;
  /** In the language of this bundle's reader, else as it was written. */
  article(id: string): Promise<Article>;
  /** Search indexes for `loadIndexes`: what is about no console first, then one batch after the other. */
  search(): (() => Promise<Uint8Array[]>)[];
}

const open = new Map<string, Promise<Bundle>>();
/** Indexes that are fetched before the next answer is given from what is there. */
const BATCH = 12;

/**
 * The bundle at an address that ends in `/`; one request for all elements of a page that read the same language.
 * @throws BundleError when it must not be used, TypeError or Error when it cannot be had
 */
export function openBundle(base: string, lang = 'ko'): Promise<Bundle> {
  const name = `${lang} ${base}`;
  const known = open.get(name);
  if (known) return known;
  const opening = load(base, lang);
  open.set(name, opening);
  // A failure is not remembered: the next element may try again.
  opening.catch(() => open.delete(name));
  return opening;
}

async function load(base: string, lang: string): Promise<Bundle> {
  const manifest = await theManifest(base);
  const part = (ref: PartRef) => fetchPart(base, ref);
  const published = readCatalogue(await part(partRef(manifest, 'catalogue')));
  raiseFloor(manifest.key, manifest.version);
  const wanted = shelvesFor(published, lang);
  const shelves: Shelf[] = await Promise.all(
    wanted.map(async ({ name }) => readShelf(await part(partRef(manifest, `shelf/${name}`)), name)),
  );
  const refs = partsOf(manifest, shelves);
  const catalogue = wholeCatalogue(published, shelves, lang);
  const entries = new Map(catalogue.articles.map((entry) => [entry.id, entry]));
  return {
    catalogue,
    entryOf: (id) => entries.get(id),
    async article(id) {
      const ref = refs.get(`article/${id}.${lang}`) ?? refs.get(`article/${id}`);
      if (!ref) throw new BundleError('part-missing', `article/${id}`);
      // With the reader of documents: whoever only searches does not need it.
      const [{ readArticle }, bytes] = await Promise.all([
        import('../shared/bundle/read-article.ts'),
        part(ref),
      ]);
      return readArticle(bytes, id);
    },
    search() {
      const names = searchParts(manifest, published, lang);
      const batches = Array.from({ length: Math.ceil(names.length / BATCH) }, (_, at) =>
        names.slice(at * BATCH, (at + 1) * BATCH),
      );
      return batches.map((batch) => () => Promise.all(batch.map((name) => part(partRef(manifest, name)))));
    },
  };
}

/** Clauses 2 to 4; asked for once more where a publish came between the two requests (2.7). */
async function theManifest(base: string) {
  const read = async () => {
    const [bytes, signatures] = await Promise.all([
      get(base, 'manifest.json', 'no-cache', MAX_MANIFEST),
      get(base, 'manifest.sig', 'no-cache', MAX_SIGNATURES),
    ]);
    const trust = {
      ...{ keys: __GILJABI_KEYS__, floor: readFloor(), rotations: readRotations(), now: new Date() },
    };
    const { manifest, rotations } = await verifyManifest(bytes, new TextDecoder().decode(signatures), trust);
    keepRotations(rotations ?? []);
    return manifest;
  };
  try {
    return await read();
  } catch (error) {
    if (error instanceof BundleError && ['signature-wrong', 'key-retired'].includes(error.code))
      return read();
    throw error;
  }
}

async function fetchPart(base: string, ref: PartRef): Promise<Uint8Array> {
  const bytes = await get(base, `parts/${ref.hash}`, 'force-cache', ref.size, ref.name);
  await verifyPart(ref, bytes);
  return bytes;
}

async function get(
  base: string,
  file: string,
  cache: RequestCache,
  most: number,
  name = file,
): Promise<Uint8Array> {
  const response = await fetch(new URL(file, base), {
    cache,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${file}`);
  return readBody(response, most, file.startsWith('parts/') ? 'part-wrong' : 'too-large', name);
}
