import { places } from '../home.ts';
import { loadKey } from '../publish/keys.ts';
import { readBundle } from '../publish/read-bundle.ts';
import { type LoungeOptions, writeLounge } from './write.ts';

/** The lounge of a bundle directory, which is verified first like by any reader. @throws BundleError */
export async function writeLoungeFrom(
  bundleDir: string,
  outDir: string,
  options?: LoungeOptions,
): Promise<string[]> {
  const key = await loadKey(places().keys, 'publish');
  return writeLounge(await readBundle(bundleDir, [key]), outDir, options);
}
