import type { Hit, SearchOptions } from './document.ts';
import { type Index, search as searchCore } from './engine.ts';
import { secondOpinion } from './fuzzy.ts';

/** The documents that answer a query, best first; none when nothing fits. */
export const search = (index: Index, query: string, options: SearchOptions = {}): Hit[] =>
  searchCore(index, query, options, secondOpinion);
