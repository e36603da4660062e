import { TUNING } from './tuning.ts';

/** How much a word of a query weighs apart from its rarity, 0 to 1; `asking` are the words of asking.ts. */
export function weightOfWord(asking: ReadonlySet<string>, word: string, stem: string): number {
  const asks = [word, stem, `${word.slice(0, 2)}*`, `${word.slice(0, 3)}*`].some((form) => asking.has(form));
  return asks ? TUNING.asking : 1;
}
