import { ASKING, SILENT } from '../../shared/search/asking.ts';
import { choseongOf, isChoseongQuery } from '../../shared/search/choseong.ts';
import { EVERYDAY } from '../../shared/search/everyday.ts';
import { gram } from '../../shared/search/grams.ts';
import type { Document } from '../../shared/search/index.ts';
import { isHangul, toKeys } from '../../shared/search/keys.ts';
import { compose, normalise } from '../../shared/search/normal.ts';
import { isTail } from '../../shared/search/particles.ts';
import { stemOf } from '../../shared/search/stems.ts';
import { Terms } from '../../shared/search/terms.ts';
import { solid, wordsOf } from '../../shared/search/tokens.ts';
import { splitPairs, typed } from '../../shared/search/typing.ts';
import { Weights } from '../../shared/search/weights.ts';

/**
 * The lexemes that stand for Korean in a tsvector, so that no extension and no dictionary is needed:
 *   b스팸  two neighbouring syllables (kana, kanji)      u돈  a word of one syllable, particles apart
 *   lsmtp  a word in other letters, or a number          ktmv  three keys that type the title: slips, wrong layout
 *   cㅅㅍ  two first consonants of the title
 */
export function tokensOf(document: Document): string[] {
  const { title, body, headings = [], tags = [] } = document;
  const tokens = new Set<string>();
  for (const text of [title, ...headings, ...tags, body])
    for (const word of wordsOf(clean(text))) for (const token of tokensOfWord(word)) tokens.add(token);
  for (const token of titleTokens(clean(title))) tokens.add(token);
  for (const heading of headings) for (const token of pairs('c', choseong(clean(heading)))) tokens.add(token);
  return [...tokens];
}

/** One lexeme of a query, what it weighs apart from its rarity, and the key under which the engine asks for its count. */
export interface Asked {
  token: string;
  weight: number;
  key: number | string | null;
}

const ASKED_WORDS = new Weights(SILENT, ASKING);
const SYNONYM = 0.6;
const LAYOUT = 0.9;
/** A word has about three times as many keys as pairs of syllables. */
const KEYS = 0.35;
const LONGEST_TYPED = 60;
const MOST_WORDS = 48;

/** What to look up for a query, the weightiest first where a token was met twice. */
export function askedOf(query: string, terms: Terms): Asked[] {
  const asked = clean(query).trim();
  const found = new Map<string, number>();
  const add = (tokens: Iterable<string>, weight: number) => {
    for (const token of tokens) found.set(token, Math.max(found.get(token) ?? 0, weight));
  };
  if (isChoseongQuery(asked)) add(pairs('c', choseong(splitPairs(asked))), 1);
  else {
    for (const word of wordsOf(asked).slice(-MOST_WORDS)) {
      const stem = stemOf(word);
      const weight = ASKED_WORDS.of(word, stem);
      add(tokensOfWord(stem), weight);
      for (const { texts } of terms.like(stem))
        for (const text of texts)
          for (const other of wordsOf(text)) add(tokensOfWord(other), weight * SYNONYM);
      // The keyboard may have been in the other layout.
      if (/^[a-z]+$/.test(word)) add(tokensOfWord(typed(word)), weight * LAYOUT);
      else if (/^[가-힣ㄱ-ㅣ]+$/.test(word)) add([latin(toKeys(word))], weight * LAYOUT);
    }
    const keys = toKeys(solid(asked));
    if (keys.length <= LONGEST_TYPED) add(trigrams(keys), KEYS);
  }
  return [...found]
    .filter(([, weight]) => weight > 0)
    .map(([token, weight]) => ({ token, weight, key: keyOf(token) }));
}

/** Groups that mean the same, our own and everyday ones. */
export const termsOf = (own: readonly (readonly string[])[]): Terms => new Terms(own, EVERYDAY.trim());

/** A key is what shared/search/postings.ts keeps postings under. */
function keyOf(token: string): number | string | null {
  if (token[0] === 'b') return gram(token.charCodeAt(1), token.charCodeAt(2));
  return token[0] === 'l' ? token : null;
}

const clean = (text: string): string => normalise(compose(text));

/** PostgreSQL takes no lexeme above 2,046 bytes; what is that long is data that somebody pasted. */
const latin = (word: string): string => `l${stemOf(word.slice(0, 100))}`;

function tokensOfWord(word: string): string[] {
  const unit = word.charCodeAt(0);
  if (!isHangul(unit) && !/[\u3040-\u30ff\u3400-\u9fff々]/.test(word[0] ?? ''))
    return word === '' ? [] : [latin(word)];
  if (word.length === 1) return [`u${word}`];
  const tokens = pairs('b', word);
  if (word.length === 2 && isTail(word.slice(1))) tokens.push(`u${word[0]}`);
  return tokens;
}

function pairs(kind: string, text: string): string[] {
  const tokens: string[] = [];
  for (let i = 1; i < text.length; i++) tokens.push(kind + text.slice(i - 1, i + 1));
  return tokens;
}

const choseong = (text: string): string => choseongOf(solid(text));
const titleTokens = (title: string): string[] => [
  ...trigrams(toKeys(solid(title))),
  ...pairs('c', choseong(title)),
];

function trigrams(keys: string): string[] {
  const tokens: string[] = [];
  for (let i = 2; i < keys.length; i++) tokens.push(`k${keys.slice(i - 2, i + 1)}`);
  return tokens;
}
