import { isSyllable } from './keys.ts';

/**
 * A gram is a number, so that millions of them cost nothing:
 *   full  two neighbouring units, 스팸
 *   half  a unit and the first consonant of the next syllable, 스ㅍ: the same for 바꾸, 바꿔, 바꿀
 *   start the first unit of a word, for words of one syllable and for bigrams that run across a space
 */
export type Gram = number;

/** A mark that no text contains, in place of the unit before a word. */
const START = 0;
/** Halves live in the private use area, so that they never meet a full gram. */
const HALF = 0xe000;

export const gram = (a: number, b: number): Gram => a * 0x10000 + b;
export const startGram = (unit: number): Gram => gram(START, unit);
export const firstOf = (pair: Gram): number => Math.floor(pair / 0x10000);
export const secondOf = (pair: Gram): number => pair % 0x10000;
/** First consonant of a syllable as a number that stands for it. */
export const consonant = (unit: number): number => HALF + Math.floor((unit - 0xac00) / 588);
export const isHalf = (pair: Gram): boolean => secondOf(pair) >= HALF && secondOf(pair) < HALF + 19;

/** Full and half grams of a normalised word, and its start, in order of place. */
export function eachGram(word: string, tell: (pair: Gram) => void): void {
  let before = word.charCodeAt(0);
  tell(startGram(before));
  if (isSyllable(before)) tell(gram(START, consonant(before)));
  for (let i = 1; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    tell(gram(before, unit));
    if (isSyllable(unit)) tell(gram(before, consonant(unit)));
    before = unit;
  }
}

/** Whether a normalised word has the gram. */
export function hasGram(word: string, pair: Gram): boolean {
  const a = firstOf(pair);
  const b = secondOf(pair);
  if (a === START) return fits(word.charCodeAt(0), b);
  for (let i = 1; i < word.length; i++) {
    if (word.charCodeAt(i - 1) === a && fits(word.charCodeAt(i), b)) return true;
  }
  return false;
}

function fits(unit: number, wanted: number): boolean {
  return unit === wanted || (isSyllable(unit) && consonant(unit) === wanted);
}

/** A power of two that is not below `least`. */
export function tableSize(least: number): number {
  let size = 1024;
  while (size < least) size *= 2;
  return size;
}

/** Place of three units in a table of `size` (a power of two) buckets. */
export function bucketOfUnits(a: number, b: number, c: number, size: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) & (size - 1);
}

/** The same for a gram. */
export function bucketOf(pair: Gram, size: number): number {
  return bucketOfUnits(firstOf(pair), secondOf(pair), 0, size);
}
