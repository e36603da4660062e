import { decode } from './codec.ts';
import type { Document, Hit, SearchOptions } from './document.ts';
import { type Index, openIndex } from './engine.ts';
import { joinTexts } from './join.ts';
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

/** Indexes as one: what it finds is what an index of all their documents finds. The parts are not needed any more. */
export const joinIndexes = (indexes: readonly Index[]): Index =>
  openIndex(joinTexts(indexes.map(({ store }) => store)));

/** Reads several stored parts as one index, in less time than loading and joining them. Throws as loadIndex does. */
export const loadParts = (parts: readonly Uint8Array[]): Index => openIndex(joinTexts(parts.map(decode)));

/** The last join that begins with an index, so that only a change of parts costs a new one. */
const joined = new WeakMap<Index, { parts: readonly Index[]; whole: Index }>();

function together(indexes: readonly [Index, ...Index[]]): Index {
  const known = joined.get(indexes[0]);
  if (known?.parts.length === indexes.length && known.parts.every((part, i) => part === indexes[i]))
    return known.whole;
  const whole = joinIndexes(indexes);
  joined.set(indexes[0], { parts: [...indexes], whole });
  return whole;
}

/**
 * Searches several parts as one; the first question after a change of parts joins them, which takes about as long as
 * loading them did. Of documents with the same id the first part's is found.
 */
export function searchAll(indexes: readonly Index[], query: string, options: SearchOptions = {}): Hit[] {
  const [first, ...more] = indexes;
  if (!first) return [];
  return search(more.length === 0 ? first : together([first, ...more]), query, options);
}
