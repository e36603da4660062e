import {
  BundleError,
  MAX_MANIFEST,
  MAX_SIGNATURES,
  type Manifest,
  type PartRef,
  partRef,
  partsOf,
  readArticle,
  readBody,
  readCatalogue,
  readGuide,
  readShelf,
  type Shelf,
  type TrustedKey,
  verifyManifest,
  verifyPart,
} from '../../shared/bundle/index.ts';
import { loadIndex } from '../../shared/search/core.ts';
import { Expected } from '../say.ts';
import { directoryStore } from './directory.ts';

/** Reads a file of the bundle, no further than `most` bytes. Null when it is not there. */
type Fetch = (file: string, most: number) => Promise<Uint8Array | null>;

export interface Found {
  manifest: Manifest;
  stale: boolean;
  /** Keys that it hands over to, from those that were given. */
  rotations: number;
  parts: number;
  bytes: number;
  articles: number;
  guides: number;
}

/** A bundle on the web as its readers fetch it. */
export function overHttp(address: string): Fetch {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  return async (file, most) => {
    const response = await fetch(new URL(file, base), {
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    }).catch((cause: Error) => {
      const reason = (cause.cause as Error | undefined)?.message ?? cause.message;
      throw new Expected({
        ko: `${base.href}${file}: 받을 수 없습니다 (${reason}).`,
        en: `${base.href}${file} cannot be fetched (${reason}).`,
      });
    });
    if (response.status === 404) return null;
    if (!response.ok)
      throw new Expected({
        ko: `${base.href}${file}: 서버가 ${response.status}로 답했습니다.`,
        en: `${base.href}${file}: the server answers ${response.status}.`,
      });
    return readBody(response, most, file.startsWith('parts/') ? 'part-wrong' : 'too-large', file);
  };
}

export const inDirectory = (dir: string): Fetch => directoryStore(dir).read;

/**
 * Checks a published bundle as a reader would, every part included, and stops at the first fault.
 * @param tell is called after each part
 * @throws BundleError, Expected
 */
export async function verifyBundle(
  fetch: Fetch,
  keys: readonly TrustedKey[],
  tell: (done: number, of: number) => void = () => undefined,
): Promise<Found> {
  const file = async (name: string, most: number) => {
    const bytes = await fetch(name, most);
    if (bytes) return bytes;
    throw new Expected({
      ko: `${name}이 없습니다. 번들이 있는 주소인지 확인하십시오.`,
      en: `There is no ${name}: is this the address of a bundle?`,
    });
  };
  const signatures = new TextDecoder().decode(await file('manifest.sig', MAX_SIGNATURES));
  const bytes = await file('manifest.json', MAX_MANIFEST);
  const { manifest, stale, rotations } = await verifyManifest(bytes, signatures, {
    keys,
    floor: {},
    now: new Date(),
  });
  const part = async (ref: PartRef) => {
    const content = await fetch(`parts/${ref.hash}`, ref.size);
    if (!content) throw new BundleError('part-missing', ref.name, ref.hash);
    await verifyPart(ref, content);
    return content;
  };
  const catalogue = readCatalogue(await part(partRef(manifest, 'catalogue')));
  const shelves: Shelf[] = [];
  for (const { name } of catalogue.shelves ?? [])
    shelves.push(readShelf(await part(partRef(manifest, `shelf/${name}`)), name));
  const refs = partsOf(manifest, shelves);
  const lists = [catalogue, catalogue.translations, ...shelves].filter((list) => list !== undefined);
  // Whatever a list names can be opened.
  for (const { articles, guides } of lists) {
    for (const { id, lang, translated } of articles) partOf(refs, 'article', id, translated ? lang : null);
    for (const { id, lang, translated } of guides)
      partOf(refs, 'guide', id, translated ? (lang ?? null) : null);
  }
  let done = 0;
  for (const ref of refs.values()) {
    await readAs(ref, await part(ref));
    tell(++done, refs.size);
  }
  const names = [...refs.keys()];
  return {
    manifest,
    stale,
    rotations: rotations?.length ?? 0,
    parts: refs.size,
    bytes: [...refs.values()].reduce((sum, { size }) => sum + size, bytes.length),
    articles: names.filter((name) => name.startsWith('article/')).length,
    guides: names.filter((name) => name.startsWith('guide/')).length,
  };
}

function partOf(refs: ReadonlyMap<string, PartRef>, kind: string, id: string, lang: string | null): void {
  const name = `${kind}/${id}${lang ? `.${lang}` : ''}`;
  if (!refs.has(name)) throw new BundleError('part-missing', name, 'listed and not there');
}

async function readAs({ name }: PartRef, bytes: Uint8Array): Promise<void> {
  const [kind, rest = ''] = name.split(/\/(.*)/s);
  if (kind === 'article') readArticle(bytes, rest);
  else if (kind === 'guide') readGuide(bytes, rest);
  else if (kind === 'shelf') readShelf(bytes, rest);
  else if (kind === 'search')
    try {
      loadIndex(bytes);
    } catch (cause) {
      throw new BundleError('shape', name, cause instanceof Error ? cause.message : String(cause));
    }
}
