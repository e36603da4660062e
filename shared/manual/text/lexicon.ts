/** Finds words of a fixed list in running text, longest first, in one pass. */
export class Lexicon<T> {
  readonly #byFirst = new Map<string, { word: string; value: T }[]>();

  constructor(entries: Iterable<readonly [string, T]>) {
    for (const [word, value] of entries) {
      const bucket = this.#byFirst.get(word[0]!) ?? [];
      bucket.push({ word, value });
      this.#byFirst.set(word[0]!, bucket);
    }
    for (const bucket of this.#byFirst.values()) bucket.sort((a, b) => b.word.length - a.word.length);
  }

  /** The longest word that starts at `at`, or null. */
  at(text: string, at: number): { word: string; value: T } | null {
    const bucket = this.#byFirst.get(text[at]!);
    if (!bucket) return null;
    for (const entry of bucket) if (text.startsWith(entry.word, at)) return entry;
    return null;
  }
}
