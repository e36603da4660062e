import type { Corpus } from './document.ts';
import { bucketOf, eachGram, type Gram, hasGram, tableSize } from './grams.ts';
import { normalise } from './normal.ts';

/** Fields of a document, in the order in which its words are stored. */
export const TITLE = 0;
export const HEADINGS = 1;
export const TAGS = 2;
export const BODY = 3;
export const FIELDS = 4;

export interface Meta {
  id: string;
  lang: string;
  console: string;
  /** Days since 1970, or 0 when unknown. */
  day: number;
  /** Numbers of the documents that an editor linked; ids of those that are in another part. */
  related: (number | string)[];
}

/** What is written to disk: every text as a sequence of words, so that the texts themselves are the index. */
export interface Texts {
  metas: Meta[];
  /** Distinct words and distinct gaps between words, as they were written. Symbol 0 is the empty word. */
  words: string[];
  /** Word of every place, and the gap in front of it. */
  places: Uint32Array;
  gaps: string[];
  gapOf: Uint16Array;
  /** First place of each field of each document: FIELDS per document, and one more at the end. */
  starts: Uint32Array;
  /** Groups of terms.yaml. */
  terms: string[][];
  /** What everyday.ts, letters.ts and asking.ts say. */
  everyday: string;
  letters: string;
  silent: string;
  asking: string;
}

/** What is added in memory when an index is made or loaded: a few counting sorts, nothing costly. */
export interface Store extends Texts {
  /** Words in normal form. */
  normals: string[];
  /** Document * FIELDS + field of every place. */
  slotOf: Uint32Array;
  /** Places of each word: `wordPlaces` from `wordStarts[w]` to `wordStarts[w + 1]`. */
  wordStarts: Uint32Array;
  wordPlaces: Uint32Array;
  /** Words by hashed gram, checked when read. */
  buckets: Uint32Array;
  bucketWords: Uint32Array;
  /** What rarity is about: these documents, or those that they were picked from. */
  corpus: Corpus;
}

export function openStore(
  texts: Texts,
  corpus: Corpus = { size: texts.metas.length, having: new Map() },
): Store {
  const { words, places, starts, metas } = texts;
  const normals = normalise(words.join('\n')).split('\n');
  const slotOf = new Uint32Array(places.length);
  for (let slot = 0; slot < metas.length * FIELDS; slot++) slotOf.fill(slot, starts[slot], starts[slot + 1]);

  const wordStarts = new Uint32Array(words.length + 2);
  for (let i = 0; i < places.length; i++) wordStarts[places[i]! + 2]!++;
  for (let w = 2; w < wordStarts.length; w++) wordStarts[w]! += wordStarts[w - 1]!;
  const wordPlaces = new Uint32Array(places.length);
  for (let i = 0; i < places.length; i++) wordPlaces[wordStarts[places[i]! + 1]!++] = i;

  const size = tableSize(words.length * 2);
  const buckets = new Uint32Array(size + 2);
  eachWordGram(normals, size, (_, bucket) => {
    buckets[bucket + 2]!++;
  });
  for (let b = 2; b < buckets.length; b++) buckets[b]! += buckets[b - 1]!;
  const bucketWords = new Uint32Array(buckets[size + 1]!);
  eachWordGram(normals, size, (word, bucket) => {
    bucketWords[buckets[bucket + 1]!++] = word;
  });

  return { ...texts, normals, slotOf, wordStarts, wordPlaces, buckets, bucketWords, corpus };
}

function eachWordGram(
  normals: readonly string[],
  size: number,
  tell: (word: number, bucket: number) => void,
): void {
  let word = 0;
  let last = -1;
  const each = (pair: Gram) => {
    const bucket = bucketOf(pair, size);
    if (bucket !== last) tell(word, bucket);
    last = bucket;
  };
  for (; word < normals.length; word++) {
    last = -1;
    if (normals[word] !== '') eachGram(normals[word]!, each);
  }
}

/** Every word that has the gram. */
export function wordsWith(store: Store, pair: Gram): number[] {
  const bucket = bucketOf(pair, store.buckets.length - 2);
  const found: number[] = [];
  let last = -1;
  for (let i = store.buckets[bucket]!; i < store.buckets[bucket + 1]!; i++) {
    const word = store.bucketWords[i]!;
    if (word !== last && hasGram(store.normals[word]!, pair)) found.push(word);
    last = word;
  }
  return found;
}

/** How rare a gram is among the words, without looking at documents: cheap, for comparing titles. */
export function gramRarity(store: Store, pair: Gram): number {
  const bucket = bucketOf(pair, store.buckets.length - 2);
  const count = store.buckets[bucket + 1]! - store.buckets[bucket]!;
  return Math.log(1 + store.words.length / (1 + count));
}

/** The text of one field as it was written. */
export function textOf(store: Store, document: number, field: number): string {
  const slot = document * FIELDS + field;
  let text = '';
  for (let i = store.starts[slot]!; i < store.starts[slot + 1]!; i++)
    text += store.gaps[store.gapOf[i]!]! + store.words[store.places[i]!]!;
  return text;
}
