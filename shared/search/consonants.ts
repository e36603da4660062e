import type { Titles } from './titles.ts';
import { wordsOf } from './tokens.ts';
import { splitPairs } from './typing.ts';

/** A whole title, its start, the start of a word, somewhere inside; each less than the one before. */
const WHOLE = 100;
const START = 60;
const WORD = 40;
const INSIDE = 12;
const IN_HEADING = 0.4;
const WITHOUT_LATIN = 0.9;

/** Documents whose title (or a heading) has the consonants of the query, best first. Spaces do not count. */
export function byChoseong(
  titles: Titles,
  asked: string,
  limit: number,
): { document: number; score: number }[] {
  const words = wordsOf(splitPairs(asked));
  const wanted = words.join('');
  const scores = new Map<number, number>();
  scan(titles, wanted, scores, 1);
  // Not in a row: all words of the query, in any order.
  if (words.length > 1 && scores.size < limit) {
    const each = words.map((word) => {
      const found = new Map<number, number>();
      scan(titles, word, found, 0.5 / words.length);
      return found;
    });
    for (const [document, score] of each[0]!) {
      if (scores.has(document) || !each.every((found) => found.has(document))) continue;
      scores.set(document, each.reduce((sum, found) => sum + found.get(document)!, score) / 2);
    }
  }
  return [...scores]
    .map(([document, score]) => ({ document, score }))
    .sort((a, b) => b.score - a.score || a.document - b.document)
    .slice(0, limit);
}

function scan(titles: Titles, wanted: string, scores: Map<number, number>, factor: number): void {
  const { text, wordStart, starts } = titles.choseong();
  let field = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    while (starts[field + 1]! <= at) field++;
    const start = starts[field]!;
    const size = starts[field + 1]! - start - 1;
    let score = INSIDE;
    if (at === start) score = wanted.length === size ? WHOLE : START;
    else if (wordStart[at]) score = WORD;
    // The larger the part of the title that was typed, the better.
    score += (10 * wanted.length) / size;
    const ends = at + wanted.length;
    if (wordStart[ends] || text[ends] === '\n') score += 8;
    if (field % 3 === 1) score *= WITHOUT_LATIN;
    if (field % 3 === 2) score *= IN_HEADING;
    const document = Math.floor(field / 3);
    scores.set(document, Math.max(scores.get(document) ?? 0, score * factor));
  }
}
