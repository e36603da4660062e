import type { Alternative, Plan } from './plan.ts';
import { topOf } from './top.ts';
import * as TUNING from './tuning.ts';

/** Scores of all documents for a plan, in arrays that are kept from keystroke to keystroke. */
export class Retriever {
  readonly scores: Float32Array;
  readonly #reading: Float32Array;
  readonly #best: Float32Array;
  readonly #touched: Uint32Array;
  readonly #inReading: Uint32Array;
  readonly #inClause: Uint32Array;
  #count = 0;

  constructor(documents: number) {
    this.scores = new Float32Array(documents);
    this.#reading = new Float32Array(documents);
    this.#best = new Float32Array(documents);
    this.#touched = new Uint32Array(documents);
    this.#inReading = new Uint32Array(documents);
    this.#inClause = new Uint32Array(documents);
  }

  /** Adds up every clause's best reading and returns the best `limit` documents, best first. */
  run(plan: Plan, limit: number): number[] {
    for (let i = 0; i < this.#count; i++) this.scores[this.#touched[i]!] = 0;
    this.#count = 0;
    for (const { alternatives, weight } of plan.clauses) this.#credit(alternatives, weight);
    return topOf(this.#touched, this.#count, this.scores, limit);
  }

  /**
   * Credits every document with the best reading of a word. A word that is only like it counts where it is what the
   * text is about, in a title or a short text; in a long one it is there by accident.
   */
  #credit(alternatives: readonly Alternative[], weight: number): void {
    const reading = this.#reading;
    const best = this.#best;
    let inClause = 0;
    for (const { features, full, trust, why } of alternatives) {
      let inReading = 0;
      const loose = why === '비슷한 말' && trust < TUNING.term;
      for (const { postings, weight: part } of features) {
        const factor = (part * postings.idf * trust) / full;
        const { docs, amounts } = postings;
        for (let i = 0; i < docs.length; i++) {
          const document = docs[i]!;
          if (reading[document] === 0) this.#inReading[inReading++] = document;
          const amount = amounts[i]!;
          reading[document]! += factor * (loose ? TUNING.loose * amount * amount : amount);
        }
      }
      for (let i = 0; i < inReading; i++) {
        const document = this.#inReading[i]!;
        if (best[document] === 0) this.#inClause[inClause++] = document;
        if (reading[document]! > best[document]!) best[document] = reading[document]!;
        reading[document] = 0;
      }
    }
    for (let i = 0; i < inClause; i++) {
      const document = this.#inClause[i]!;
      if (this.scores[document] === 0) this.#touched[this.#count++] = document;
      this.scores[document]! += weight * best[document]!;
      best[document] = 0;
    }
  }
}
