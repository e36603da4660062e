import { edits } from './distance.ts';
import { toKeys } from './keys.ts';
import { tailLength } from './particles.ts';
import type { Store } from './store.ts';
import { eachTrigram } from './trigrams.ts';

export interface Correction {
  /** Stem of the word that was probably meant, in normal form. */
  text: string;
  /** 0 to 1: how near it is. */
  nearness: number;
}

/**
 * Finds the words that a misspelt word probably meant: words of the index that share keystroke trigrams
 * with it, then least edits. Built when a first unknown word is met, since most people spell well.
 */
export class Corrector {
  readonly #keys: string[] = [];
  readonly #stemKeys: string[] = [];
  readonly #stems: string[] = [];
  readonly #starts: Uint32Array;
  readonly #words: Uint32Array;
  readonly #size: number;
  readonly #shared: Uint8Array;
  readonly #known = new Map<string, Correction[]>();

  constructor(store: Store) {
    const stems = new Set<string>();
    for (const normal of store.normals) {
      if (normal.length < 2 || normal.length > 24) continue;
      const stem = normal.slice(0, normal.length - tailLength(normal));
      if (stems.has(stem)) continue;
      stems.add(stem);
      this.#stems.push(stem);
      this.#stemKeys.push(toKeys(stem));
      this.#keys.push(toKeys(normal));
    }
    let size = 4096;
    while (size < this.#stems.length * 2) size *= 2;
    this.#size = size;
    const starts = new Uint32Array(size + 2);
    for (const keys of this.#stemKeys) eachTrigram(keys, size, (bucket) => starts[bucket + 2]!++);
    for (let b = 2; b < starts.length; b++) starts[b]! += starts[b - 1]!;
    const words = new Uint32Array(starts[size + 1]!);
    this.#stemKeys.forEach((keys, word) => {
      eachTrigram(keys, size, (bucket) => {
        words[starts[bucket + 1]!++] = word;
      });
    });
    this.#starts = starts;
    this.#words = words;
    this.#shared = new Uint8Array(this.#stems.length);
  }

  /** Nearest words, best first; with `unfinished`, also words that only begin like it. */
  nearest(word: string, unfinished: boolean): Correction[] {
    const memo = unfinished ? `${word}…` : word;
    const known = this.#known.get(memo);
    if (known) return known;
    const stem = word.slice(0, word.length - tailLength(word));
    const found = this.#near(toKeys(stem), unfinished);
    if (stem !== word) for (const other of this.#near(toKeys(word), unfinished)) found.push(other);
    found.sort((a, b) => b.nearness - a.nearness || (a.text < b.text ? -1 : 1));
    const distinct = found
      .filter((one, i) => found.findIndex((other) => other.text === one.text) === i)
      .slice(0, 4);
    const best = distinct[0]?.nearness ?? 0;
    const kept = distinct.filter((one) => one.nearness >= best - 0.12);
    if (this.#known.size > 2000) this.#known.clear();
    this.#known.set(memo, kept);
    return kept;
  }

  #near(keys: string, unfinished: boolean): Correction[] {
    if (keys.length < 4) return [];
    const most = keys.length < 6 ? 1 : keys.length < 11 ? 2 : 3;
    const shared = this.#shared;
    const touched: number[] = [];
    eachTrigram(keys, this.#size, (bucket) => {
      for (let i = this.#starts[bucket]!; i < this.#starts[bucket + 1]!; i++) {
        const word = this.#words[i]!;
        if (shared[word]!++ === 0) touched.push(word);
      }
    });
    // One slip spoils three trigrams at most; a word that shares fewer cannot be near enough.
    const least = Math.max(1, keys.length - 1 - 3 * most);
    const candidates = touched.filter(
      (word) =>
        shared[word]! >= least &&
        Math.abs(this.#stemKeys[word]!.length - keys.length) <= (unfinished ? 12 : 4),
    );
    candidates.sort(
      (a, b) => shared[b]! - shared[a]! || this.#stemKeys[a]!.length - this.#stemKeys[b]!.length,
    );
    for (const word of touched) shared[word] = 0;
    const found: Correction[] = [];
    for (const word of candidates.slice(0, 60)) {
      const count = Math.min(
        edits(keys, this.#stemKeys[word]!, most, unfinished),
        edits(keys, this.#keys[word]!, most, unfinished),
      );
      if (count <= most && count <= keys.length * 0.25)
        found.push({ text: this.#stems[word]!, nearness: 1 - count / keys.length });
    }
    return found;
  }
}
