import * as TUNING from './tuning.ts';

/** Words of a query that weigh little or nothing, as asking.ts lists them; `*` behind a beginning. */
export class Weights {
  readonly #weights = new Map<string, number>();

  constructor(silent: string, asking: string) {
    for (const word of asking.split(/\s+/)) this.#weights.set(word, TUNING.asking);
    for (const word of silent.split(/\s+/)) this.#weights.set(word, 0);
  }

  /** What a normalised word weighs apart from its rarity, 0 to 1. */
  of(word: string, stem: string): number {
    for (const form of [word, stem, `${word.slice(0, 3)}*`, `${word.slice(0, 2)}*`]) {
      const weight = this.#weights.get(form);
      if (weight !== undefined) return weight;
    }
    return 1;
  }
}
