import {
  BundleError,
  MAX_MANIFEST,
  MAX_SIGNATURES,
  type PartRef,
  readBody,
  type Trust,
  type Verified,
  verifyManifest,
  verifyPart,
} from '../../shared/bundle/index.ts';

/** The publisher could not be reached: nothing is wrong with the content that is here. */
export class Offline extends Error {
  override name = 'Offline';
}

/** Clauses 1.5, 2.1 and 5.4. */
async function get(url: URL, most: number, cache: RequestCache): Promise<Uint8Array> {
  const part = url.pathname.includes('/parts/');
  try {
    const response = await fetch(url, { cache, credentials: 'omit', redirect: 'error' });
    // A connection may break in the middle of the body as well.
    if (response.ok)
      return await readBody(
        response,
        most,
        part ? 'part-wrong' : 'too-large',
        url.pathname.split('/').at(-1) ?? '',
      );
    throw new Offline(`${response.status} ${url.href}`);
  } catch (cause) {
    throw cause instanceof Offline || cause instanceof BundleError ? cause : new Offline(url.href);
  }
}

/** Manifest and signature of a bundle directory, verified. @throws BundleError, Offline */
export async function fetchManifest(base: string, trust: Trust): Promise<Verified> {
  const read = async () => {
    const signatures = new TextDecoder().decode(
      await get(new URL('manifest.sig', base), MAX_SIGNATURES, 'no-cache'),
    );
    return verifyManifest(
      await get(new URL('manifest.json', base), MAX_MANIFEST, 'no-cache'),
      signatures,
      trust,
    );
  };
  try {
    return await read();
  } catch (error) {
    // 2.7: published between the two requests: once more, then it is wrong.
    const crossed = error instanceof BundleError && ['signature-wrong', 'key-retired'].includes(error.code);
    if (crossed) return read();
    throw error;
  }
}

/** One part, checked before anybody sees it. @throws BundleError, Offline */
export async function fetchPart(base: string, ref: PartRef): Promise<Uint8Array> {
  const bytes = await get(new URL(`parts/${ref.hash}`, base), ref.size, 'default').catch((error) => {
    // By the name that people know it by.
    throw error instanceof BundleError ? new BundleError(error.code, ref.name, error.detail) : error;
  });
  await verifyPart(ref, bytes);
  return bytes;
}

/** How many parts are on their way at once. */
const ABREAST = 6;

/** Fetches what `has` does not know yet and hands each part over as it comes. @throws BundleError, Offline */
export async function fetchParts(
  refs: readonly PartRef[],
  fetchOne: (ref: PartRef) => Promise<Uint8Array>,
  has: (hash: string) => Promise<boolean>,
  take: (hash: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const waiting = new Map(refs.map((ref) => [ref.hash, ref])).values();
  const work = async () => {
    for (const ref of waiting) if (!(await has(ref.hash))) await take(ref.hash, await fetchOne(ref));
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
}
