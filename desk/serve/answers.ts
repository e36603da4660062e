import { loadIndexes } from '../../shared/bundle/merge-index.ts';
import { type Index, SURE, search } from '../../shared/search/index.ts';
import type { Contents } from '../publish/read-bundle.ts';

/**
 * Whether the published documents have something that would have been suggested while a summary was typed. The indexes
 * are read at the first question: a desk that nobody asks need not hold them.
 */
export function answersOf({ indexes }: Contents): (summary: string, lang: string) => Promise<boolean> {
  let index: Promise<Index> | null = null;
  return async (summary, lang) => {
    index ??= indexes().then(loadIndexes);
    const [best] = search(await index, summary, { limit: 1, lang });
    return best !== undefined && best.score >= SURE;
  };
}
