import { decode } from '../search/codec.ts';
import { type Index, openIndex } from '../search/engine.ts';
import type { Texts } from '../search/store.ts';

/**
 * Reads several stored search indexes into one, so that a search costs and ranks as if all documents had been indexed
 * together: the parts are small for the sake of what a change costs, not of searching.
 * @param related what editors linked, by id: a stored index only knows links between its own documents
 * @throws Error when bytes are not a stored index
 */
export function loadIndexes(
  parts: readonly Uint8Array[],
  related: ReadonlyMap<string, readonly string[]> = new Map(),
): Index {
  const stored = parts.map((bytes) => decode(bytes));
  const [first] = stored;
  if (!first) throw new Error('search: there is no index to load');
  return openIndex(stored.length === 1 && related.size === 0 ? first : merge(first, stored, related));
}

function merge(
  first: Texts,
  stored: readonly Texts[],
  related: ReadonlyMap<string, readonly string[]>,
): Texts {
  const places = new Uint32Array(sum(stored.map((texts) => texts.places.length)));
  const gapOf = new Uint16Array(places.length);
  const starts = new Uint32Array(sum(stored.map((texts) => texts.starts.length - 1)) + 1);
  const words = new Map<string, number>();
  const gaps = new Map<string, number>();
  const metas: Texts['metas'] = [];
  const everyday = new Set<string>();
  let place = 0;
  let slot = 0;
  for (const texts of stored) {
    const word = numbers(words, texts.words);
    const gap = numbers(gaps, texts.gaps);
    for (let i = 0; i < texts.places.length; i++) {
      places[place + i] = word[texts.places[i]!]!;
      gapOf[place + i] = Math.min(gap[texts.gapOf[i]!]!, 0xffff);
    }
    for (let i = 0; i < texts.starts.length - 1; i++) starts[slot + i] = place + texts.starts[i]!;
    const before = metas.length;
    for (const meta of texts.metas)
      metas.push({
        ...meta,
        related: meta.related.map((one) => (typeof one === 'number' ? one + before : one)),
      });
    for (const line of texts.everyday.split('\n')) everyday.add(line);
    place += texts.places.length;
    slot += texts.starts.length - 1;
  }
  starts[slot] = place;
  const at = new Map(metas.map((meta, number) => [meta.id, number]));
  for (const meta of metas) {
    const links: readonly (number | string)[] = related.get(meta.id) ?? meta.related;
    meta.related = links.flatMap((one) => (typeof one === 'number' ? one : (at.get(one) ?? [])));
  }
  return {
    ...first,
    metas,
    words: [...words.keys()],
    gaps: [...gaps.keys()],
    places,
    gapOf,
    starts,
    everyday: [...everyday].filter(Boolean).join('\n'),
  };
}

/** The number in `known` of every string of `list`. */
function numbers(known: Map<string, number>, list: readonly string[]): Uint32Array {
  return Uint32Array.from(list, (text) => {
    const number = known.get(text);
    if (number !== undefined) return number;
    known.set(text, known.size);
    return known.size - 1;
  });
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
