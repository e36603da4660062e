import { firstOf, type Gram, isHalf, secondOf, startGram } from './grams.ts';
import { isHangul } from './keys.ts';
import { BODY, FIELDS, HEADINGS, type Store, TAGS, TITLE, wordsWith } from './store.ts';
import * as TUNING from './tuning.ts';

/** Documents that have a feature, and how much of it (0 to 1, saturated the BM25 way). */
export interface Postings {
  docs: Uint32Array;
  amounts: Float32Array;
  /** Weight of the feature: how rare it is. */
  idf: number;
}

/** Postings kept between keystrokes, counted in documents. */
const MOST_CACHED = 3_000_000;

/** Makes postings out of words when they are asked for, and keeps them: each keystroke needs one or two new ones. */
export class PostingsMaker {
  readonly store: Store;
  readonly #cache = new Map<string | number, Postings>();
  #cached = 0;
  readonly #amounts: Float32Array;
  readonly #touched: Uint32Array;
  readonly #slotWeight: Float32Array;

  constructor(store: Store) {
    this.store = store;
    const count = store.metas.length;
    this.#amounts = new Float32Array(count);
    this.#touched = new Uint32Array(count);
    this.#slotWeight = new Float32Array(count * FIELDS);
    const size = (document: number, field: number) =>
      store.starts[document * FIELDS + field + 1]! - store.starts[document * FIELDS + field]!;
    let titles = 0;
    let bodies = 0;
    for (let d = 0; d < count; d++) {
      titles += size(d, TITLE);
      bodies += size(d, BODY);
    }
    const share = (length: number, sum: number) => (length * count) / Math.max(count, sum);
    for (let d = 0; d < count; d++) {
      const at = d * FIELDS;
      const title = 1 - TUNING.titleB + TUNING.titleB * share(size(d, TITLE), titles);
      const body = 1 - TUNING.bodyB + TUNING.bodyB * share(size(d, BODY), bodies);
      this.#slotWeight[at + TITLE] = TUNING.title / title;
      this.#slotWeight[at + HEADINGS] = TUNING.headings;
      this.#slotWeight[at + TAGS] = TUNING.tags;
      this.#slotWeight[at + BODY] = TUNING.body / body;
    }
  }

  /** Documents with a gram, inside a word or across a space. */
  ofGram(pair: Gram): Postings {
    return this.#make(pair, (add) => {
      for (const word of wordsWith(this.store, pair)) this.#addWord(word, add);
      const before = firstOf(pair);
      if (before !== 0 && isHangul(before) && !isHalf(pair)) this.#addAcross(before, secondOf(pair), add);
    });
  }

  /** Documents with any of the words; `key` names the set. */
  ofWords(key: string, words: () => readonly number[]): Postings {
    return this.#make(key, (add) => {
      for (const word of words()) this.#addWord(word, add);
    });
  }

  #addWord(word: number, add: (place: number) => void): void {
    const { wordStarts, wordPlaces } = this.store;
    const end = wordStarts[word + 1]!;
    for (let i = wordStarts[word]!; i < end; i++) add(wordPlaces[i]!);
  }

  /** `일차` of 메일 차단: words that start with the second unit, behind a word that ends with the first. */
  #addAcross(before: number, unit: number, add: (place: number) => void): void {
    const { store } = this;
    for (const word of wordsWith(store, startGram(unit))) {
      const end = store.wordStarts[word + 1]!;
      for (let i = store.wordStarts[word]!; i < end; i++) {
        const place = store.wordPlaces[i]!;
        if (place === 0 || store.slotOf[place] !== store.slotOf[place - 1]) continue;
        const neighbour = store.normals[store.places[place - 1]!]!;
        if (neighbour.charCodeAt(neighbour.length - 1) === before) add(place);
      }
    }
  }

  #make(key: string | number, fill: (add: (place: number) => void) => void): Postings {
    const known = this.#cache.get(key);
    if (known) return known;
    if (this.#cached > MOST_CACHED) {
      this.#cache.clear();
      this.#cached = 0;
    }
    const { store } = this;
    const amounts = this.#amounts;
    const touched = this.#touched;
    let count = 0;
    fill((place) => {
      const slot = store.slotOf[place]!;
      const doc = Math.floor(slot / FIELDS);
      if (amounts[doc] === 0) touched[count++] = doc;
      const weight = this.#slotWeight[slot]!;
      amounts[doc]! +=
        slot % FIELDS === TITLE && store.starts[slot] === place ? weight * TUNING.firstWord : weight;
    });
    const docs = touched.slice(0, count);
    const saturated = new Float32Array(count);
    for (let i = 0; i < count; i++) {
      const amount = amounts[docs[i]!]!;
      saturated[i] = amount / (amount + TUNING.k1);
      amounts[docs[i]!] = 0;
    }
    const { size, having } = store.corpus;
    const number = having.get(key) ?? (count * size) / store.metas.length;
    const idf = Math.log(1 + (size - number + 0.5) / (number + 0.5));
    const made = { docs, amounts: saturated, idf };
    this.#cache.set(key, made);
    this.#cached += count + 16;
    return made;
  }
}
