import { choseongOf, isChoseongQuery } from './choseong.ts';
import { byChoseong } from './consonants.ts';
import { Corrector } from './correct.ts';
import type { Corpus, Document, Hit, IndexOptions, Range, SearchOptions } from './document.ts';
import { toKeys } from './keys.ts';
import { compose, normalise } from './normal.ts';
import { type Plan, plan, type Reader, type Why } from './plan.ts';
import { PostingsMaker } from './postings.ts';
import { bestPassage, mark, markerOf } from './ranges.ts';
import { readDocuments } from './read.ts';
import { titleBonus } from './rerank.ts';
import { Retriever } from './retrieve.ts';
import { Sounds } from './sound.ts';
import { stemOf } from './stems.ts';
import { BODY, openStore, type Store, type Texts, TITLE, textOf } from './store.ts';
import { Terms } from './terms.ts';
import { Titles } from './titles.ts';
import { solid, wordsOf } from './tokens.ts';
import * as TUNING from './tuning.ts';
import { splitPairs } from './typing.ts';
import { Weights } from './weights.ts';

/** An index in memory. Make it with createIndex or loadIndex; what is inside is nobody else's business. */
export interface Index {
  readonly store: Store;
  readonly reader: Reader;
  readonly retriever: Retriever;
  readonly titles: Titles;
}

/** Nearness, 0 to 1, of each title to what was asked, all in keystrokes; see fuzzy.ts. */
export type SecondOpinion = (asked: string, titles: readonly string[]) => number[];

export function createIndex(documents: readonly Document[], options: IndexOptions = {}): Index {
  return openIndex(readDocuments(documents, options), options.corpus);
}

export function openIndex(texts: Texts, corpus?: Corpus): Index {
  const store = openStore(texts, corpus);
  let corrector: Corrector | undefined;
  let sounds: Sounds | undefined;
  const reader: Reader = {
    maker: new PostingsMaker(store),
    weights: new Weights(texts.silent, texts.asking),
    letters: texts.letters.split(' '),
    terms: new Terms(texts.terms, texts.everyday),
    corrector: () => {
      corrector ??= new Corrector(store);
      return corrector;
    },
    sounds: () => {
      sounds ??= new Sounds(store);
      return sounds;
    },
  };
  return { store, reader, retriever: new Retriever(store.metas.length), titles: new Titles(store) };
}

const CANDIDATES = 60;
/** Titles that are near in keystrokes join the candidates: most of their grams may be misspelt. */
const NEAR_TITLES = 25;
const LONGEST_TITLE = 90;
const SHORT_LIST = 30;
const LINKED = 1.15;
/**
 * A document with less than this share of what was asked is no answer. Scores are the share times the root of what
 * was earned: the share alone knows nothing of how telling the words are, the sum alone nothing of what is missing.
 */
const GATE = 0.1;
/**
 * Makes 1 the score from which an answer is sure enough to be suggested. What a word can earn grows with the
 * logarithm of the number of documents, and so does what a foreign question earns by accident. Set on
 * the bench's paraphrases and Debian corpora, whole and in parts of 50 documents: 1 to 3 % of foreign questions
 * pass it.
 */
const SURE = 0.17;

/**
 * The documents that answer a query, best first; none when nothing fits. `second` is asked about the best titles when
 * the words of the query are not covered exactly.
 */
export function search(
  index: Index,
  query: string,
  options: SearchOptions = {},
  second: SecondOpinion | null = null,
): Hit[] {
  const asked = normalise(compose(query)).trim();
  const limit = options.limit ?? 10;
  if (asked === '' || limit <= 0 || index.store.metas.length === 0) return [];
  if (isChoseongQuery(asked)) return choseongHits(index, asked, limit, options);
  const understood = plan(index.reader, query, options.composing);
  if (understood.asked === 0) return [];
  const candidates = index.retriever.run(understood, CANDIDATES);
  const keys = toKeys(solid(understood.text));
  if (keys.length >= 4 && keys.length <= LONGEST_TITLE) {
    const already = new Set(candidates);
    for (const document of index.titles.near(keys, NEAR_TITLES))
      if (!already.has(document)) candidates.push(document);
  }
  const bonus = titleBonus(index.titles, understood, candidates);
  if (second && !understood.exact) {
    const rough = (document: number) => index.retriever.scores[document]! + (bonus.get(document) ?? 0);
    const short = [...candidates].sort((a, b) => rough(b) - rough(a) || a - b).slice(0, SHORT_LIST);
    const near = second(
      keys,
      short.map((document) => index.titles.keys(document)),
    );
    for (const [i, document] of short.entries())
      bonus.set(document, (bonus.get(document) ?? 0) + TUNING.second * near[i]! ** 2 * understood.asked);
  }
  const sure = SURE * Math.log(1 + index.store.corpus.size);
  const scored: { document: number; score: number }[] = [];
  for (const document of candidates) {
    const found = index.retriever.scores[document]!;
    const extra = bonus.get(document) ?? 0;
    const earned = found + extra;
    const share = earned / understood.asked;
    if (share < GATE) continue;
    scored.push({ document, score: ((share * Math.sqrt(earned)) / sure) * favour(index, document, options) });
  }
  const [first] = best(scored, CANDIDATES);
  // What an editor linked from the best answer comes a little sooner.
  const linked = new Set<number | string>(first && index.store.metas[first.document]!.related);
  for (const one of scored)
    if (linked.has(one.document) && one !== first) one.score = Math.min(one.score * LINKED, first!.score);
  return best(scored, limit).map(({ document, score }) => hitOf(index, document, score, understood));
}

const best = (scored: { document: number; score: number }[], limit: number) =>
  [...scored].sort((a, b) => b.score - a.score || a.document - b.document).slice(0, limit);

/** Language, the console in front of the person, and age: enough to order equals, not to bury an answer. */
function favour(index: Index, document: number, options: SearchOptions): number {
  const meta = index.store.metas[document]!;
  let factor = 1;
  if (options.lang && meta.lang !== '' && meta.lang !== options.lang) factor *= 0.6;
  if (options.console && meta.console !== '') factor *= meta.console === options.console ? 1.12 : 0.88;
  // From 2019 on; a document without a date counts as old.
  return factor * (1 + 0.01 * Math.min(1, Math.max(0, (meta.day - 18_000) / 4_000)));
}

function hitOf(index: Index, document: number, score: number, understood: Plan): Hit {
  const title = textOf(index.store, document, TITLE);
  const body = textOf(index.store, document, BODY);
  const hay = normalise(`${title}\n${body}`);
  const texts: string[] = [];
  const why = new Set<Why>();
  for (const clause of understood.clauses) {
    const reading = clause.alternatives.find(({ text }) => hay.includes(stemOf(text)));
    if (reading?.why) why.add(reading.why);
    texts.push(reading?.text ?? clause.meant);
  }
  const marker = markerOf(texts);
  return {
    id: index.store.metas[document]!.id,
    score,
    ranges: { title: mark(title, marker), body: bestPassage(body, marker) },
    why: [...why],
  };
}

function choseongHits(index: Index, asked: string, limit: number, options: SearchOptions): Hit[] {
  const found = byChoseong(index.titles, asked, CANDIDATES).map(({ document, score }) => ({
    document,
    score: (score / 10) * favour(index, document, options),
  }));
  return best(found, limit).map(({ document, score }) => {
    const title = textOf(index.store, document, TITLE);
    return {
      id: index.store.metas[document]!.id,
      score,
      ranges: { title: markChoseong(title, asked), body: null },
      why: ['초성'],
    };
  });
}

/** Where the consonants stand in a title, whatever is between them left out of account; in a row, or word by word. */
function markChoseong(title: string, asked: string): Range[] {
  const consonants = choseongOf(normalise(title));
  const words = wordsOf(splitPairs(asked));
  for (const parts of [[words.join('')], words]) {
    const found = parts
      .map((part) => new RegExp([...part].join('[^ㄱ-ㅎ]*?')).exec(consonants))
      .filter((one) => one !== null);
    const ranges = found
      .map(({ index, 0: text }): Range => [index, index + text.length])
      .sort((a, b) => a[0] - b[0]);
    if (ranges.length > 0) return ranges.filter(([start], i) => i === 0 || start > ranges[i - 1]![1]);
  }
  return [];
}
