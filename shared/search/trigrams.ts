import { bucketOfUnits, tableSize } from './grams.ts';
import { topOf } from './top.ts';

/** Trigrams of keystrokes, hashed; with one mark in front, so that the first keys count. */
export function eachTrigram(keys: string, size: number, tell: (bucket: number) => void): void {
  let a = 1;
  let b = keys.charCodeAt(0);
  for (let i = 1; i < keys.length; i++) {
    const c = keys.charCodeAt(i);
    tell(bucketOfUnits(a, b, c, size));
    a = b;
    b = c;
  }
}

/** Strings by their trigrams: which share most with a query. */
export class TrigramIndex {
  readonly #starts: Uint32Array;
  readonly #items: Uint32Array;
  readonly #size: number;
  readonly #shared: Float32Array;
  readonly #lengths: Uint32Array;

  constructor(keys: readonly string[]) {
    const size = tableSize(keys.length * 4);
    this.#size = size;
    this.#shared = new Float32Array(keys.length);
    this.#lengths = Uint32Array.from(keys, ({ length }) => length);
    const starts = new Uint32Array(size + 2);
    for (const one of keys) eachTrigram(one, size, (bucket) => starts[bucket + 2]!++);
    for (let b = 2; b < starts.length; b++) starts[b]! += starts[b - 1]!;
    const items = new Uint32Array(starts[size + 1]!);
    keys.forEach((one, item) => {
      eachTrigram(one, size, (bucket) => {
        items[starts[bucket + 1]!++] = item;
      });
    });
    this.#starts = starts;
    this.#items = items;
  }

  /** The items that share most, by rarity of what they share and for their length; at most `limit`. */
  nearest(keys: string, limit: number): number[] {
    const shared = this.#shared;
    const touched: number[] = [];
    eachTrigram(keys, this.#size, (bucket) => {
      const from = this.#starts[bucket]!;
      const to = this.#starts[bucket + 1]!;
      const weight = Math.log(1 + shared.length / (1 + to - from));
      for (let i = from; i < to; i++) {
        const item = this.#items[i]!;
        if (shared[item] === 0) touched.push(item);
        shared[item]! += weight;
      }
    });
    for (const item of touched) shared[item]! /= 6 + Math.abs(this.#lengths[item]! - keys.length) ** 0.7;
    const best = topOf(touched, touched.length, shared, limit);
    for (const item of touched) shared[item] = 0;
    return best;
  }
}
