import { loadIndex, search } from '../shared/search/core.ts';
import type { SuggestPort } from '../shared/ui/inquiry/port.ts';
import type { Bundle } from './bundle.ts';

/** Search over a bundle, on this device. The index is fetched at the first question. */
export function searchPort(bundle: Bundle, lang: string, limit: number): SuggestPort {
  let index: Promise<ReturnType<typeof loadIndex>> | null = null;
  const ready = () => {
    index ??= bundle.search().then(loadIndex);
    index.catch(() => {
      index = null;
    });
    return index;
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
