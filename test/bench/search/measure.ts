import type { Query } from './queries.ts';

/** Anything that can be asked: ids, best first. */
export type Ask = (query: string) => string[];

export interface Hits {
  first: number;
  three: number;
  empty: number;
  count: number;
}

export function hitRates(ask: Ask, queries: readonly Query[]): Hits {
  let first = 0;
  let three = 0;
  let empty = 0;
  for (const { text, id, also = [] } of queries) {
    const ids = ask(text);
    const fits = (found: string | undefined) => found === id || also.includes(found!);
    if (ids.length === 0) empty++;
    if (fits(ids[0])) first++;
    if (ids.slice(0, 3).some(fits)) three++;
  }
  const count = Math.max(1, queries.length);
  return { first: first / count, three: three / count, empty: empty / count, count: queries.length };
}

/** Probability that a score of the first list is above one of the second. */
export function auc(answered: readonly number[], foreign: readonly number[]): number {
  let wins = 0;
  for (const a of answered) for (const b of foreign) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / Math.max(1, answered.length * foreign.length);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
