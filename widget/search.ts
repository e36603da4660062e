import { type Index, loadIndex, search } from '../shared/search/core.ts';
import type { SuggestPort } from '../shared/ui/inquiry/port.ts';
import type { Bundle } from './bundle.ts';

/** Search over a bundle, on this device. Indexes are fetched at the first question; the first batch answers it. */
export function searchPort(bundle: Bundle, lang: string, limit: number): SuggestPort {
  let index: Promise<Index> | null = null;
  const ready = () => {
    index ??= begin();
    index.catch(() => {
      index = null;
    });
    return index;
  };
  const begin = async () => {
    const [first, ...later] = bundle.search();
    const parts = (await first?.()) ?? [];
    const near = await indexOf(parts);
    if (later.length > 0)
      void rest(parts, later).then(
        (whole) => {
          index = Promise.resolve(whole);
        },
        // Without the rest, what is here is still found.
        () => undefined,
      );
    return near;
  };
  return {
    find: async (query, { composing }) => {
      try {
        return search(await ready(), query, { limit, lang, composing });
      } catch {
        // Suggestions are a help, never a hurdle: without an index there are none.
        return [];
      }
    },
    entryOf: bundle.entryOf,
    article: bundle.article,
  };
}

/** Most bundles have one index. What makes several into one is fetched where there are. */
async function indexOf(parts: Uint8Array[]): Promise<Index> {
  const [only] = parts;
  if (only && parts.length === 1) return loadIndex(only);
  return (await import('../shared/bundle/merge-index.ts')).loadIndexes(parts);
}

async function rest(parts: Uint8Array[], batches: (() => Promise<Uint8Array[]>)[]): Promise<Index> {
  const all = [...parts];
  for (const batch of batches) all.push(...(await batch()));
  return indexOf(all);
}
