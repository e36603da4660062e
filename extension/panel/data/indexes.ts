import { fromBase64 } from '../../../shared/bundle/index.ts';
import { loadIndexes } from '../../../shared/bundle/merge-index.ts';
import type { Index } from '../../../shared/search/core.ts';
import { callAgain } from '../../platform/messages.ts';

export interface Indexes {
  /** The console in front and what is about none. */
  near: Index;
  /** Everything; null when that is all there is. Asked for when nobody is waiting. */
  whole: (() => Promise<Index>) | null;
}

/** The search index of the bundle in use, what is about the console in front first. @throws CallError */
export async function nearIndexes(): Promise<Indexes> {
  const { console } = await callAgain('here').catch(() => ({ console: null }));
  const { first, later } = await callAgain('content/indexes', { console });
  const near = await Promise.all(first.map(bytesOf));
  return {
    near: loadIndexes(near),
    whole: later.length === 0 ? null : async () => loadIndexes([...near, ...(await slowly(later))]),
  };
}

const bytesOf = async (part: string): Promise<Uint8Array> =>
  fromBase64(await callAgain('content/search', { part }));

/** One after the other, each when the page has nothing else to do. */
async function slowly(parts: readonly string[]): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const part of parts) {
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 500 }));
    found.push(await bytesOf(part));
  }
  return found;
}
