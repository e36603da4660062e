import type { Hit, Range } from './document.ts';
import { isHangul } from './keys.ts';
import { normalise } from './normal.ts';
import { stemOf } from './stems.ts';
import { eachWord, wordsOf } from './tokens.ts';

/** What to mark: pairs of units for Hangul, kana and kanji, beginnings of words for the rest. */
export interface Marker {
  pairs: Set<string>;
  words: string[];
}

export function markerOf(texts: readonly string[]): Marker {
  const marker: Marker = { pairs: new Set(), words: [] };
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      const stem = stemOf(word);
      const unit = word.charCodeAt(0);
      if (stem.length > 1 && (isHangul(unit) || unit > 0x3000))
        for (let i = 1; i < stem.length; i++) marker.pairs.add(stem.slice(i - 1, i + 1));
      else if (stem.length > 1 || /\d/.test(stem)) marker.words.push(stem);
    }
  }
  return marker;
}

/** Places in a text, in UTF-16 units of the text as it was written; sorted, never touching. */
export function mark(text: string, marker: Marker): Range[] {
  const normal = normalise(text);
  const found: Range[] = [];
  const add = (start: number, end: number) => {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  };
  eachWord(normal, (start, end) => {
    const word = normal.slice(start, end);
    for (const wanted of marker.words)
      if (word.startsWith(wanted))
        return add(start, start + (stemOf(word) === wanted ? word.length : wanted.length));
    for (let i = start + 1; i < end; i++) if (marker.pairs.has(normal.slice(i - 1, i + 1))) add(i - 1, i + 1);
  });
  return found;
}

const LONGEST = 160;

/** The sentence of a body that has most of what is to be marked, counted once each, with what follows it. */
export function bestPassage(body: string, marker: Marker): Hit['ranges']['body'] {
  const all = mark(body, marker);
  if (all.length === 0) return null;
  let best = 0;
  let most = -1;
  for (let first = 0; first < all.length; first++) {
    const from = all[first]![0];
    const seen = new Set<string>();
    for (let i = first; i < all.length && all[i]![1] - from <= LONGEST - 40; i++)
      seen.add(body.slice(...all[i]!));
    let worth = 0;
    for (const text of seen) worth += text.length;
    if (worth > most) {
      most = worth;
      best = first;
    }
  }
  const at = all[best]![0];
  const [from, to] = around(body, at);
  const ranges: Range[] = [];
  for (const [start, end] of all) if (start >= from && end <= to) ranges.push([start - from, end - from]);
  return { text: body.slice(from, to), ranges };
}

/** A stretch of at most LONGEST units that begins with a sentence, or a word, close before `at`. */
function around(body: string, at: number): [number, number] {
  const head = body.slice(Math.max(0, at - 60), at);
  const sentence = Math.max(head.lastIndexOf('. '), head.lastIndexOf('\n'), head.lastIndexOf('。'));
  let from = at - head.length;
  if (sentence >= 0) from += sentence + 1;
  else if (from > 0) from += head.indexOf(' ') + 1;
  while (/\s/.test(body[from]!)) from++;
  let to = Math.min(body.length, from + LONGEST);
  if (to < body.length) {
    const space = body.lastIndexOf(' ', to);
    if (space > at + 20) to = space;
  }
  while (to > from && /\s/.test(body[to - 1]!)) to--;
  return [from, to];
}
