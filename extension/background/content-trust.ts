import type { Rotation, Trust, Verified } from '../../shared/bundle/index.ts';
import { build } from '../platform/build.ts';
import { item } from '../platform/local.ts';

/** Kept outside the content database: losing the cache must not lose the memory of what was accepted (3.2, 4.4). */
const floor = item<Record<string, number>>('local', 'floor', {});
const rotations = item<Rotation[]>('local', 'rotations', []);

/** Whom this reader trusts now, and from which version on. */
export async function trustNow(): Promise<Trust> {
  return { keys: build.keys, floor: await floor.get(), rotations: await rotations.get(), now: new Date() };
}

/** The package is as trustworthy as the program: its bundle is measured by the keys it was built with, and no floor. */
export const trustPackaged = (): Trust => ({ keys: build.keys, floor: {}, now: new Date() });

/** Clauses 3.3 and 4.4: only what was taken, and only ever upwards. */
export async function remember({ manifest: { key, version }, rotations: news }: Verified): Promise<void> {
  await floor.update((versions) => ({ ...versions, [key]: Math.max(versions[key] ?? 0, version) }));
  if (news?.length)
    await rotations.update((kept) => {
      const known = new Set(kept.map(({ from }) => from));
      return [...kept, ...news.filter(({ from }) => !known.has(from))];
    });
}

export const isRetired = async (key: string): Promise<boolean> =>
  (await rotations.get()).some(({ from }) => from === key);
