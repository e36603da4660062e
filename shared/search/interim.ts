import { withoutBoilerplate } from './boilerplate.ts';
import { choseongOf, isChoseongQuery, splitPairs } from './choseong.ts';
import type { Document, Hit, IndexOptions, Range, SearchOptions } from './document.ts';
import { otherLayout, toKeys } from './keys.ts';
import { compose, normalise } from './normal.ts';
import { tailLength } from './particles.ts';

interface Row {
  document: Document;
  title: string;
  titleKeys: string;
  choseong: string;
  body: string;
}
export interface Index {
  rows: Row[];
  grams: Map<string, Map<number, number>>;
  terms: readonly (readonly string[])[];
  mean: number;
  sizes: number[];
}

const solid = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

function* gramsOf(text: string): Generator<string> {
  for (let i = 0; i + 1 < text.length; i++) yield text.slice(i, i + 2);
}

export function createIndex(documents: readonly Document[], options: IndexOptions = {}): Index {
  const index: Index = { rows: [], grams: new Map(), terms: options.terms ?? [], mean: 0, sizes: [] };
  documents.forEach((source, number) => {
    const document = { ...source, title: compose(source.title), body: compose(source.body) };
    const title = normalise(document.title);
    const body = normalise(document.body);
    index.rows.push({
      document,
      title,
      titleKeys: toKeys(solid(title)),
      choseong: solid(choseongOf(title)),
      body,
    });
    const add = (text: string, weight: number) => {
      for (const gram of gramsOf(solid(text))) {
        let places = index.grams.get(gram);
        if (!places) {
          places = new Map();
          index.grams.set(gram, places);
        }
        places.set(number, (places.get(number) ?? 0) + weight);
      }
    };
    add(title, 4);
    add(body, 1);
    for (const tag of document.tags ?? []) add(normalise(tag), 2);
    index.sizes.push(title.length * 4 + body.length);
  });
  index.mean = index.sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, index.sizes.length);
  return index;
}

export function serialize(index: Index): Uint8Array {
  return new TextEncoder().encode(
    JSON.stringify({ documents: index.rows.map((row) => row.document), terms: index.terms }),
  );
}

export function loadIndex(bytes: Uint8Array): Index {
  const { documents, terms } = JSON.parse(new TextDecoder().decode(bytes));
  return createIndex(documents, { terms });
}

function rangesOf(text: string, words: readonly string[]): Range[] {
  const found: Range[] = [];
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined: Range[] = [];
  for (const range of found) {
    const last = joined.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
}

function passage(row: Row, words: readonly string[]): Hit['ranges']['body'] {
  const places = rangesOf(row.body, words);
  if (places.length === 0) return null;
  const from = Math.max(0, places[0]![0] - 30);
  const to = Math.min(row.body.length, from + 140);
  const ranges = places
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): Range => [start - from, end - from]);
  return { text: row.document.body.slice(from, to), ranges };
}

export function search(index: Index, query: string, options: SearchOptions = {}): Hit[] {
  const asked = normalise(compose(query)).trim();
  if (asked === '') return [];
  const why = new Set<string>();
  const scores = new Map<number, number>();
  let words = withoutBoilerplate(asked)
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean);
  if (isChoseongQuery(asked)) {
    const wanted = solid(splitPairs(asked));
    index.rows.forEach((row, number) => {
      const at = row.choseong.indexOf(wanted);
      if (at >= 0) scores.set(number, 10 / (1 + at) + 10 / row.choseong.length);
    });
    if (scores.size > 0) why.add('초성');
    words = [];
  } else {
    words = words.map((word) => {
      const known = [...gramsOf(word)].filter((gram) => index.grams.has(gram)).length;
      const other = otherLayout(word);
      if (other === null || known * 2 > word.length - 1) return word;
      const reach = [...gramsOf(other)].filter((gram) => index.grams.has(gram)).length;
      if (reach <= known) return word;
      why.add('한/영 전환');
      return other;
    });
    const stems = words.map((word) => word.slice(0, word.length - tailLength(word)));
    const weights = new Map<string, number>();
    const whole = words.join('');
    for (const gram of gramsOf(whole)) weights.set(gram, Math.max(weights.get(gram) ?? 0, 0.35));
    for (const stem of stems) for (const gram of gramsOf(stem)) weights.set(gram, 1);
    let synonyms = false;
    for (const group of index.terms) {
      if (!group.some((term) => stems.join(' ').includes(normalise(term)))) continue;
      synonyms = true;
      for (const term of group)
        for (const gram of gramsOf(solid(normalise(term))))
          weights.set(gram, Math.max(weights.get(gram) ?? 0, 0.6));
    }
    let possible = 0;
    for (const [gram, weight] of weights) {
      const places = index.grams.get(gram);
      const idf = Math.log(1 + (index.rows.length + 0.5) / ((places?.size ?? 0) + 0.5));
      if (places || !synonyms) possible += idf * weight * 2.2;
      for (const [number, count] of places ?? []) {
        const norm = 1.2 * (0.4 + 0.6 * (index.sizes[number]! / index.mean));
        scores.set(number, (scores.get(number) ?? 0) + (idf * weight * count * 2.2) / (count + norm));
      }
    }
    const keys = toKeys(solid(asked));
    index.rows.forEach((row, number) => {
      if (keys.length >= 2 && row.titleKeys.includes(keys))
        scores.set(
          number,
          (scores.get(number) ?? 0) + possible * (row.titleKeys.startsWith(keys) ? 1 : 0.6) + 1,
        );
    });
    for (const [number, score] of scores) if (score < possible * 0.16) scores.delete(number);
    words = stems;
  }
  const here = options.console ?? null;
  const final = (number: number): number => {
    const { lang, console: of } = index.rows[number]!.document;
    let score = scores.get(number)!;
    if (options.lang && lang && lang !== options.lang) score *= 0.5;
    if (here !== null && of) score *= of === here ? 1.15 : 0.9;
    return score;
  };
  return [...scores.keys()]
    .map((number) => ({ number, score: final(number) }))
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, options.limit ?? 10)
    .map(({ number, score }) => {
      const row = index.rows[number]!;
      return {
        id: row.document.id,
        score,
        ranges: { title: rangesOf(row.title, words), body: passage(row, words) },
        why: [...why],
      };
    });
}
