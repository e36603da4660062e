import type { Corrector } from './correct.ts';
import { becoming, type Feature, featuresOf, isKnown, startingWith } from './features.ts';
import { gram } from './grams.ts';
import { isHangul } from './keys.ts';
import { relaid } from './layout.ts';
import { compose, normalise } from './normal.ts';
import type { PostingsMaker } from './postings.ts';
import { type Sounds, spelt } from './sound.ts';
import { stemOf } from './stems.ts';
import type { Terms } from './terms.ts';
import { eachWord, solid } from './tokens.ts';
import * as TUNING from './tuning.ts';
import type { Weights } from './weights.ts';

/** Kinds of match, for people. */
export type Why = '초성' | '한/영 전환' | '오타' | '비슷한 말';

/** One reading of a word of the query. */
export interface Alternative {
  text: string;
  why: Why | null;
  /** 0 to 1: how far this reading is trusted. */
  trust: number;
  features: Feature[];
  /** Sum of what the features can add at most. */
  full: number;
}

/** A word of the query with all its readings; a document is credited with the best of them. */
export interface Clause {
  word: string;
  /** The word as it is understood before it is corrected: its layout repaired. */
  meant: string;
  /** May be empty: then the index knows nothing like it. */
  alternatives: Alternative[];
  weight: number;
  /** How many words in front belong to the same term. */
  joined: number;
  /** Weight of what the index does not know at all. */
  unknown: number;
}

export interface Plan {
  clauses: Clause[];
  /** The query as it is understood: boilerplate gone, layout repaired, in normal form. */
  text: string;
  /** The likeliest reading of every word. */
  readings: string[];
  /** Sum of the clause weights: what a document can earn. */
  possible: number;
  /** The same with what the index does not know: how much was asked. */
  asked: number;
  /** Every word of the query is a word of the index. */
  exact: boolean;
}

/** What is needed to read a query; the last two are made when first needed. */
export interface Reader {
  maker: PostingsMaker;
  terms: Terms;
  weights: Weights;
  /** Names of the letters from a on. */
  letters: readonly string[];
  corrector: () => Corrector;
  sounds: () => Sounds;
}

const UNKNOWN = 0.7;
const MOST_WORDS = 48;

/** Reads a query. With `composing`, the last syllable is known to be unfinished; without, it may be. */
export function plan(reader: Reader, query: string, composing = false): Plan {
  const raw = compose(query);
  const body = normalise(raw);
  const spans: [number, number][] = [];
  const silent: [number, number][] = [];
  eachWord(body, (start, end) => {
    const word = body.slice(start, end);
    (reader.weights.of(word, stemOf(word)) === 0 ? silent : spans).push([start, end]);
  });
  // Boilerplate alone, or with a syllable that is just begun, is taken at its word.
  if (!spans.some(([start, end]) => /[^ㄱ-ㅣ]/.test(body.slice(start, end)))) {
    spans.push(...silent);
    spans.sort((a, b) => a[0] - b[0]);
  }
  const unfinished = spans.length > 0 && spans.at(-1)![1] === body.length;
  const clauses: Clause[] = [];
  const readings: string[] = [];
  let text = '';
  let exact = true;
  let before = '';
  let end = 0;
  for (const [number, [from, to]] of spans.slice(-MOST_WORDS).entries()) {
    const last = unfinished && to === body.length;
    const clause = readWord(
      reader,
      raw.slice(from, to),
      last ? (composing ? 1 : TUNING.unfinished) : 0,
      readings,
    );
    const word = clause.meant;
    text += (number === 0 ? '' : ' ') + word;
    if (clause.alternatives[0]?.why !== null || !isKnown(reader.maker, stemOf(word))) exact = false;
    const joint = junction(reader.maker, before, word, from === end);
    if (joint) clauses.push(joint);
    if (clauses.some((other) => other.word === clause.word)) {
      clause.weight *= TUNING.repeated;
      clause.unknown *= TUNING.repeated;
    }
    clauses.push(clause);
    // The words of a term are not unknown any more once it is whole.
    for (const part of clauses
      .slice(0, -1)
      .filter(({ joined }) => joined >= 0)
      .slice(-clause.joined || clauses.length)) {
      part.weight *= TUNING.repeated;
      part.unknown = 0;
    }
    readings.push(word);
    before = word;
    end = to;
  }
  const possible = clauses.reduce((sum, clause) => sum + clause.weight, 0);
  const asked = clauses.reduce((sum, clause) => sum + clause.unknown, possible);
  return { clauses, text, readings, possible, asked, exact };
}

/** `last` is how far the word is trusted to be unfinished, 0 when others follow it. */
function readWord(reader: Reader, raw: string, last: number, before: readonly string[]): Clause {
  const { maker } = reader;
  const word = normalise(raw);
  const other = relaid(maker, raw);
  const meant = other ?? word;
  const alternatives: Alternative[] = [];
  const add = (text: string, why: Why | null, trust: number, features = featuresOf(maker, text)) => {
    const known = features.filter(({ postings }) => postings.docs.length > 0);
    const full = known.reduce((sum, { postings, weight }) => sum + weight * postings.idf, 0);
    if (full > 0) alternatives.push({ text, why, trust, features: known, full });
    return features.filter(({ postings }) => postings.docs.length === 0);
  };
  // A lone jamo at the end is the start of a syllable that is still to come.
  const whole = last && meant.length > 1 ? meant.replace(/[ㄱ-ㅣ]$/, '') : meant;
  const missing = add(whole, other === null ? null : '한/영 전환', 1);
  const hangul = isHangul(meant.charCodeAt(0));
  const stem = stemOf(whole);
  const known = isKnown(maker, stem);
  if (last && hangul) {
    const postings = becoming(maker, meant);
    if (postings.docs.length > 0)
      add(meant, other === null ? null : '한/영 전환', last, [{ postings, weight: 1 }]);
  }
  if (last && /^[a-z]{1,2}$/.test(meant))
    add(meant, null, 1, [{ postings: startingWith(maker, meant), weight: 1 }]);
  if (!known && stem.length >= 2) {
    for (const { text, nearness } of reader.corrector().nearest(whole, last > 0))
      if (text !== stem) add(text, '오타', TUNING.typo * nearness ** 3);
  }
  const joined = addSynonyms(reader, stem, known, before, add);
  const importance = reader.weights.of(whole, stem) || TUNING.asking;
  const lost = missing.reduce((sum, { postings, weight }) => sum + weight * postings.idf, 0);
  const trusted = Math.max(0, ...alternatives.map(({ why, trust }) => (why === null ? 0 : trust)));
  const unknown = UNKNOWN * importance * damped(lost, missing.length) * (1 - trusted);
  const [literal] = alternatives;
  const weight = literal ? importance * damped(literal.full, literal.features.length) : 0;
  return { word, meant, alternatives, weight, unknown, joined };
}

const damped = (full: number, features: number): number =>
  full * Math.max(1, features / 2) ** -TUNING.lengthDamping;

function addSynonyms(
  reader: Reader,
  stem: string,
  known: boolean,
  before: readonly string[],
  add: (text: string, why: Why, trust: number) => unknown,
): number {
  const seen = new Set([stem]);
  const offer = (text: string, trust: number) => {
    if (seen.has(text) || !isKnown(reader.maker, stemOf(solid(text).slice(0, 24)))) return;
    seen.add(text);
    add(text, '비슷한 말', trust);
  };
  for (const { texts, start, length, own } of reader.terms.like(stem)) {
    const rest = own ? `${stem.slice(0, start)} ${stem.slice(start + length)}`.trim() : '';
    for (const text of texts)
      offer(rest === '' ? text : `${text} ${rest}`, own ? TUNING.term : TUNING.everyday);
  }
  // A term of several words (정크 메일, 보내는 메일 서버) counts when its last word is reached.
  let joined = 0;
  for (let words = 1; words <= Math.min(2, before.length); words++) {
    const whole = before.slice(-words).join('') + stem;
    for (const { texts, start, length, own } of reader.terms.like(whole))
      if (own && start === 0 && length === whole.length) {
        joined = words;
        for (const text of texts) offer(text, TUNING.term);
      }
  }
  for (const text of spelt(reader.letters, stem)) offer(text, TUNING.term);
  if (/^[a-z]{3,}$/.test(stem) || (!known && stem.length >= 2))
    for (const text of reader.sounds().like(stem)) offer(text, TUNING.sound);
  return joined;
}

/** 메일 차단 also means 일차: the pair that meets at a space, so that spaces matter little. */
function junction(maker: PostingsMaker, before: string, word: string, touching: boolean): Clause | null {
  const a = before.charCodeAt(before.length - 1);
  const b = word.charCodeAt(0);
  if (before === '' || touching || !isHangul(a) || !isHangul(b) || stemOf(before) !== before) return null;
  const postings = maker.ofGram(gram(a, b));
  if (postings.docs.length === 0) return null;
  const features = [{ postings, weight: 1 }];
  const text = before.slice(-1) + word[0]!;
  return {
    word: text,
    meant: text,
    alternatives: [{ text, why: null, trust: 1, features, full: postings.idf }],
    weight: TUNING.junction * postings.idf,
    unknown: 0,
    joined: -1,
  };
}
