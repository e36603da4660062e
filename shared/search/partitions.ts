import type { Document, Hit, SearchOptions } from './document.ts';
import type { Index } from './engine.ts';
import { search } from './search.ts';

/** Documents by the console that they are about; general ones are under ''. A face loads the parts that it needs. */
export function partitions(documents: readonly Document[]): Map<string, Document[]> {
  const parts = new Map<string, Document[]>();
  for (const document of documents) {
    const name = document.console ?? '';
    const part = parts.get(name);
    if (part) part.push(document);
    else parts.set(name, [document]);
  }
  return parts;
}

/** Searches several parts as if they were one. Scores are shares of what was asked, so they compare between parts. */
export function searchAll(indexes: readonly Index[], query: string, options: SearchOptions = {}): Hit[] {
  const seen = new Set<string>();
  return indexes
    .flatMap((index) => search(index, query, options))
    .sort((a, b) => b.score - a.score)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .slice(0, options.limit ?? 10);
}
