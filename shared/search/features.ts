import { consonant, gram, startGram } from './grams.ts';
import { isHangul, isSyllable, toKeys } from './keys.ts';
import { isTail } from './particles.ts';
import type { Postings, PostingsMaker } from './postings.ts';
import { stemLength, stemOf } from './stems.ts';
import { wordsWith } from './store.ts';
import { wordsOf } from './tokens.ts';
import * as TUNING from './tuning.ts';
import { typed } from './typing.ts';

/** Something to look up, and how much it weighs inside its word. */
export interface Feature {
  postings: Postings;
  weight: number;
}

/** Everything to look up for a text in normal form: mostly one word. */
export function featuresOf(maker: PostingsMaker, text: string): Feature[] {
  const features: Feature[] = [];
  for (const word of wordsOf(text)) {
    const unit = word.charCodeAt(0);
    if (isHangul(unit)) addHangul(maker, word, features);
    else if (/[\u3040-\u30ff\u3400-\u9fff々]/.test(word[0]!))
      addGrams(maker, word, unit < 0x3100 ? TUNING.kana : 1, features);
    else addLatin(maker, word, features);
  }
  return features;
}

function addHangul(maker: PostingsMaker, word: string, features: Feature[]): void {
  const stem = stemLength(word);
  if (word.length === 1) {
    features.push({ postings: ofSyllable(maker, word), weight: 1 });
    return;
  }
  // 집에, 돈을: one syllable and a particle. The bigram alone would miss 집은 and 돈이.
  if (word.length === 2 && isTail(word.slice(1)))
    features.push({ postings: ofSyllable(maker, word[0]!), weight: 0.7 });
  for (let i = 1; i < word.length; i++) {
    const before = word.charCodeAt(i - 1);
    const unit = word.charCodeAt(i);
    const weight = i < stem ? 1 : i === stem ? TUNING.joint : TUNING.ending;
    features.push({ postings: maker.ofGram(gram(before, unit)), weight });
    if (i < stem && isSyllable(unit))
      features.push({ postings: maker.ofGram(gram(before, consonant(unit))), weight: TUNING.half * weight });
  }
}

/** Words that are this syllable, alone or with a particle. */
function ofSyllable(maker: PostingsMaker, syllable: string): Postings {
  return maker.ofWords(`u${syllable}`, () =>
    wordsWith(maker.store, startGram(syllable.charCodeAt(0))).filter((word) => {
      const rest = maker.store.normals[word]!.slice(1);
      return rest === '' || isTail(rest);
    }),
  );
}

function addGrams(maker: PostingsMaker, word: string, weight: number, features: Feature[]): void {
  if (word.length === 1) features.push({ postings: maker.ofGram(startGram(word.charCodeAt(0))), weight });
  for (let i = 1; i < word.length; i++)
    features.push({ postings: maker.ofGram(gram(word.charCodeAt(i - 1), word.charCodeAt(i))), weight });
}

/** Exact forms count most, then words that begin with it, then words of the same family (configure, configuration). */
function addLatin(maker: PostingsMaker, word: string, features: Feature[]): void {
  const stem = stemOf(word);
  const { normals } = maker.store;
  features.push({
    postings: maker.ofWords(`l${stem}`, () =>
      latinWords(maker, stem).filter((other) => stemOf(normals[other]!) === stem),
    ),
    weight: 1.4,
  });
  if (stem.length < 3) return;
  features.push({ postings: startingWith(maker, stem), weight: 0.4 });
  const family = stem.slice(0, Math.max(4, Math.ceil(stem.length * 0.7)));
  if (family.length < stem.length && /^[a-z]+$/.test(family))
    features.push({ postings: startingWith(maker, family), weight: 0.3 });
}

const latinWords = (maker: PostingsMaker, start: string): number[] =>
  wordsWith(
    maker.store,
    start.length > 1 ? gram(start.charCodeAt(0), start.charCodeAt(1)) : startGram(start.charCodeAt(0)),
  );

/** Words that begin with a text. */
export function startingWith(maker: PostingsMaker, start: string): Postings {
  return maker.ofWords(`p${start}`, () =>
    latinWords(maker, start).filter((word) => maker.store.normals[word]!.startsWith(start)),
  );
}

/** Words that hold what an unfinished word can still become: 스패 and 스팸ㅁ are both on the way to 스팸메일. */
export function becoming(maker: PostingsMaker, word: string): Postings {
  const keys = toKeys(word);
  return maker.ofWords(`k${keys}`, () => {
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    let pair: number;
    if (word.length > 2 && isSyllable(second)) pair = gram(first, second);
    else if (word.length === 2 && isSyllable(second)) pair = gram(first, consonant(second));
    // A lone consonant is that of any syllable that begins so.
    else pair = startGram(consonant(isSyllable(first) ? first : typed(`${keys}k`).charCodeAt(0)));
    return wordsWith(maker.store, pair).filter((other) => {
      const at = toKeys(maker.store.normals[other]!).indexOf(keys);
      return word.length > 1 ? at >= 0 : at === 0;
    });
  });
}

/** Whether some word of the index holds the text. */
export function isKnown(maker: PostingsMaker, text: string): boolean {
  if (text.length < 2) return text === '' || wordsWith(maker.store, startGram(text.charCodeAt(0))).length > 0;
  return wordsWith(maker.store, gram(text.charCodeAt(0), text.charCodeAt(1))).some((word) =>
    maker.store.normals[word]!.includes(text),
  );
}

/** Share of neighbouring units that the index knows. */
export function familiarity(maker: PostingsMaker, text: string): number {
  if (text.length < 2) return isKnown(maker, text) ? 1 : 0;
  let known = 0;
  for (let i = 1; i < text.length; i++)
    if (maker.ofGram(gram(text.charCodeAt(i - 1), text.charCodeAt(i))).docs.length > 0) known++;
  return known / (text.length - 1);
}
