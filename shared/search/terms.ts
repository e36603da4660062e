import { compose, normalise } from './normal.ts';
import { solid } from './tokens.ts';

/** Groups of words that mean the same, looked up by what a query word begins with. */
export class Terms {
  readonly #groups: string[][] = [];
  /** Groups by the first two units of their words. */
  readonly #byHead = new Map<string, [term: string, group: number, own: boolean][]>();

  /** `own` groups come from terms.yaml, `everyday` ones from everyday.ts, by way of the index. */
  constructor(own: readonly (readonly string[])[], everyday: string) {
    for (const group of own) this.#add(group, true);
    for (const line of everyday.split('\n')) this.#add(line.split(' '), false);
  }

  #add(group: readonly string[], own: boolean): void {
    const texts = group.map((term) => normalise(compose(term)).trim()).filter(Boolean);
    const number = this.#groups.push(texts) - 1;
    for (const term of new Set(texts.map(solid).filter(Boolean))) {
      const head = term.slice(0, 2);
      const list = this.#byHead.get(head) ?? [];
      list.push([term, number, own]);
      this.#byHead.set(head, list);
    }
  }

  /**
   * Words that may stand for `word` (solid, normalised): of groups with a term that the word begins with,
   * or, for terms of terms.yaml, that is somewhere inside it. `length` is how much of the word it covers.
   */
  like(word: string): { texts: string[]; start: number; length: number; own: boolean }[] {
    const found: { texts: string[]; start: number; length: number; own: boolean }[] = [];
    for (let start = 0; start < word.length; start++) {
      const latin = /[a-z]/.test(word[start]!);
      if (latin && start > 0) break;
      for (const size of [1, 2]) {
        for (const [term, group, own] of this.#byHead.get(word.slice(start, start + size)) ?? []) {
          if (term.length < size || (size === 1 && term.length !== 1)) continue;
          if (!own && start > 0) continue;
          if (
            latin || term.length === 1 ? word !== term && word !== `${term}s` : !word.startsWith(term, start)
          )
            continue;
          const texts = this.#groups[group]!.filter((other) => solid(other) !== term);
          found.push({ texts, start, length: term.length, own });
        }
        if (size === 1 && word.length - start === 1) break;
      }
    }
    return found;
  }
}
