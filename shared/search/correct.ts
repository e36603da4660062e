import { edits } from './distance.ts';
import { toKeys } from './keys.ts';
import { stemOf } from './stems.ts';
import type { Store } from './store.ts';
import { TrigramIndex } from './trigrams.ts';

export interface Correction {
  /** Stem of the word that was probably meant, in normal form. */
  text: string;
  /** 0 to 1: how near it is. */
  nearness: number;
}

/** More slips than one in four keys make another word. */
const MOST_SLIPS = 0.25;
const MOST_KEPT = 4;

/**
 * Finds the words that a misspelt word probably meant: words of the index that share keystroke trigrams with it,
 * then least edits. Built when a first unknown word is met, since most people spell well.
 */
export class Corrector {
  readonly #stems: string[];
  readonly #keys: string[];
  readonly #trigrams: TrigramIndex;
  readonly #known = new Map<string, Correction[]>();

  constructor(store: Store) {
    const stems = new Set<string>();
    for (const normal of store.normals)
      if (normal.length > 1 && normal.length < 25) stems.add(stemOf(normal));
    this.#stems = [...stems];
    this.#keys = this.#stems.map(toKeys);
    this.#trigrams = new TrigramIndex(this.#keys);
  }

  /** Nearest words, best first; with `unfinished`, also words that only begin like it. */
  nearest(word: string, unfinished: boolean): Correction[] {
    const memo = unfinished ? `${word}…` : word;
    let found = this.#known.get(memo);
    if (!found) {
      const both = [...new Set([stemOf(word), word])].flatMap((form) => this.#near(toKeys(form), unfinished));
      both.sort((a, b) => b.nearness - a.nearness || (a.text < b.text ? -1 : 1));
      const distinct = both.filter(({ text }, i) => both.findIndex((other) => other.text === text) === i);
      found = distinct.filter(({ nearness }) => nearness >= distinct[0]!.nearness - 0.12).slice(0, MOST_KEPT);
      if (this.#known.size > 2000) this.#known.clear();
      this.#known.set(memo, found);
    }
    return found;
  }

  #near(keys: string, unfinished: boolean): Correction[] {
    const most = Math.min(3, Math.floor(keys.length * MOST_SLIPS));
    if (most === 0) return [];
    return this.#trigrams
      .nearest(keys, 60)
      .map((item) => ({ text: this.#stems[item]!, count: edits(keys, this.#keys[item]!, most, unfinished) }))
      .filter(({ count }) => count <= most)
      .map(({ text, count }) => ({ text, nearness: 1 - count / keys.length }));
  }
}
