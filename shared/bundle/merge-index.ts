import { decode } from '../search/codec.ts';
import { type Index, openIndex } from '../search/engine.ts';
import { joinTexts } from '../search/join.ts';

/**
 * Reads the search indexes of several shelves as one (clause 6.4); of a text in several languages the first is found.
 * The same as `loadParts` of shared/search without what only the desk needs: faces count every byte.
 * @throws Error when there are none, or bytes are not a stored index
 */
export function loadIndexes(parts: readonly Uint8Array[]): Index {
  if (parts.length === 0) throw new Error('search: there is no index to load');
  return openIndex(joinTexts(parts.map(decode)));
}
