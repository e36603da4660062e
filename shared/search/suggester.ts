import type { Hit, SearchOptions } from './document.ts';

/** Hits below this score are good enough for a results page but not for interrupting somebody who is writing. */
export const SURE = 1;
/** Hits below this score share a word with the query by accident: no answer, on a results page either. */
const WEAK = 0.3;

type Find = (query: string, options?: SearchOptions) => Hit[] | Promise<Hit[]>;

/**
 * Results while somebody types: answers never arrive out of order, and a list that still holds keeps
 * its order, so that nothing jumps away from under a finger.
 */
export class LiveSearch {
  #find: Find;
  #tell: (hits: Hit[], query: string) => void;
  #least: number;
  #asked = 0;
  #shown: Hit[] = [];

  constructor(find: Find, tell: (hits: Hit[], query: string) => void, least = WEAK) {
    this.#find = find;
    this.#tell = tell;
    this.#least = least;
  }

  /** Call on every `input` event, also during composition. Resolves when this query was told or overtaken. */
  async type(query: string, options?: SearchOptions): Promise<void> {
    const turn = ++this.#asked;
    const hits = query.trim() === '' ? [] : await this.#find(query, options);
    if (turn !== this.#asked) return;
    this.#shown = steady(
      this.#shown,
      hits.filter(({ score }) => score >= this.#least),
    );
    this.#tell(this.#shown, query);
  }

  /** Forgets what is under way: nothing is told afterwards. */
  stop(): void {
    this.#asked++;
  }
}

/** The same for somebody who writes to us and did not ask to search: only what is sure to fit, or nothing. */
export class Suggester extends LiveSearch {
  constructor(find: Find, tell: (hits: Hit[], query: string) => void) {
    super(find, tell, SURE);
  }
}

/** Keeps neighbours in their old order unless the new score is clearly better (a tenth). */
export function steady(before: readonly Hit[], now: readonly Hit[]): Hit[] {
  const place = new Map(before.map((hit, index) => [hit.id, index]));
  const list = [...now];
  for (let pass = 0; pass < list.length; pass++) {
    for (let i = 1; i < list.length; i++) {
      const above = list[i - 1]!;
      const below = list[i]!;
      const old = place.get(below.id) ?? Infinity;
      if (old < (place.get(above.id) ?? Infinity) && above.score < below.score * 1.1) {
        list[i - 1] = below;
        list[i] = above;
      }
    }
  }
  return list;
}
