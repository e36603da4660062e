import {
  BundleError,
  type Trust,
  type Verified,
  verifyManifest,
  verifyPart,
} from '../../shared/bundle/index.ts';

/** The publisher could not be reached: nothing is wrong with the content that is here. */
export class Offline extends Error {
  override name = 'Offline';
}

async function get(url: URL): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { cache: 'no-cache', credentials: 'omit', redirect: 'error' });
    // A connection may break in the middle of the body as well.
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
    throw new Offline(`${response.status} ${url.href}`);
  } catch (cause) {
    throw cause instanceof Offline ? cause : new Offline(url.href);
  }
}

/** Manifest and signature of a bundle directory, verified. @throws BundleError, Offline */
export async function fetchManifest(base: string, trust: Trust): Promise<Verified> {
  const read = async () => {
    const signatures = new TextDecoder().decode(await get(new URL('manifest.sig', base)));
    return verifyManifest(await get(new URL('manifest.json', base)), signatures, trust);
  };
  try {
    return await read();
  } catch (error) {
    // Published between the two requests: once more, then it is wrong.
    if (error instanceof BundleError && error.code === 'signature-wrong') return read();
    throw error;
  }
}

/** The parts that `has` does not know yet, each checked before it is kept. @throws BundleError, Offline */
export async function fetchParts(
  base: string,
  { manifest }: Verified,
  has: (hash: string) => Promise<boolean>,
): Promise<Map<string, Uint8Array>> {
  const fresh = new Map<string, Uint8Array>();
  for (const ref of manifest.parts) {
    if (fresh.has(ref.hash) || (await has(ref.hash))) continue;
    const bytes = await get(new URL(`parts/${ref.hash}`, base));
    await verifyPart(ref, bytes);
    fresh.set(ref.hash, bytes);
  }
  return fresh;
}
