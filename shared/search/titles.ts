import { choseongOf } from './choseong.ts';
import { eachGram, firstOf, isHalf } from './grams.ts';
import { toKeys } from './keys.ts';
import { normalise } from './normal.ts';
import { stemOf } from './stems.ts';
import { gramRarity, HEADINGS, type Store, TITLE, textOf } from './store.ts';
import { solid, wordsOf } from './tokens.ts';
import { TrigramIndex } from './trigrams.ts';

/** Grams of a text's stems with their rarity, and the sum. */
export interface GramSet {
  weights: Map<number, number>;
  total: number;
}

/** Forms of titles that are needed for the few best documents, made when asked for. */
export class Titles {
  readonly #store: Store;
  readonly #keys: string[] = [];
  readonly #grams: GramSet[] = [];
  #choseong: ChoseongText | null = null;
  #trigrams: TrigramIndex | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** Keystrokes of the title without spaces. */
  keys(document: number): string {
    let keys = this.#keys[document];
    if (keys === undefined) {
      keys = toKeys(solid(normalise(textOf(this.#store, document, TITLE))));
      this.#keys[document] = keys;
    }
    return keys;
  }

  /** Grams of the title's stems. */
  grams(document: number): GramSet {
    let grams = this.#grams[document];
    if (grams === undefined) {
      grams = this.gramsOf([textOf(this.#store, document, TITLE)]);
      this.#grams[document] = grams;
    }
    return grams;
  }

  gramsOf(texts: readonly string[]): GramSet {
    const weights = new Map<number, number>();
    for (const text of texts) {
      for (const word of wordsOf(normalise(text))) {
        const stem = stemOf(word);
        eachGram(stem, (pair) => {
          if (isHalf(pair) || (firstOf(pair) === 0 && stem.length > 1)) return;
          weights.set(pair, gramRarity(this.#store, pair));
        });
      }
    }
    let total = 0;
    for (const weight of weights.values()) total += weight;
    return { weights, total };
  }

  /** Documents whose titles share most keystrokes with a query, spaces left out. */
  near(keys: string, limit: number): number[] {
    this.#trigrams ??= new TrigramIndex(this.#store.metas.map((_, document) => this.keys(document)));
    return this.#trigrams.nearest(keys, limit);
  }

  choseong(): ChoseongText {
    this.#choseong ??= choseongText(this.#store);
    return this.#choseong;
  }
}

/** All titles and headings as first consonants in one string, since one long scan is faster than many short ones. */
export interface ChoseongText {
  text: string;
  /** Marks the units that begin a word. */
  wordStart: Uint8Array;
  /** Place of each document's title, of the Hangul in it when there is more than Hangul, of its headings; and the end. */
  starts: Uint32Array;
}

function choseongText(store: Store): ChoseongText {
  const parts: string[] = [];
  const marks: number[] = [];
  const starts = new Uint32Array(store.metas.length * 3 + 1);
  let at = 0;
  const add = (source: string) => {
    for (const word of source.split(/[^\p{L}\p{N}]+/u)) {
      if (word === '') continue;
      marks.push(at);
      parts.push(word);
      at += word.length;
    }
    parts.push('\n');
    at++;
  };
  for (let d = 0; d < store.metas.length; d++) {
    const title = normalise(textOf(store, d, TITLE));
    const hangul = title.replace(/[^\uac00-\ud7a3]+/g, ' ');
    starts[d * 3] = at;
    add(title);
    // 아웃룩(Outlook)에서 연결 is also asked for as ㅇㅇㄹㅇㅅ ㅇㄱ.
    starts[d * 3 + 1] = at;
    if (/[a-z\d]/.test(title)) add(hangul);
    starts[d * 3 + 2] = at;
    add(normalise(textOf(store, d, HEADINGS)));
  }
  starts[store.metas.length * 3] = at;
  const wordStart = new Uint8Array(at);
  for (const mark of marks) wordStart[mark] = 1;
  return { text: choseongOf(parts.join('')), wordStart, starts };
}
