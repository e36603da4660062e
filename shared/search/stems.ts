import { isSyllable } from './keys.ts';
import { tailLength } from './particles.ts';

/** English words without plural and verb endings; short ones stay as they are. */
function stemLatin(word: string): string {
  if (word.length < 4) return word;
  const stem = word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^su])s$/, '$1')
    .replace(/(?<=...)(?:ing|ed)$/, '');
  return stem.replace(/([bdgmnprt])\1$/, '$1').replace(/(?<=...)e$/, '');
}

/** Length of the stem of a normalised word: what is before particles and endings. */
export function stemLength(word: string): number {
  return isSyllable(word.charCodeAt(word.length - 1)) ? word.length - tailLength(word) : word.length;
}

/** The part of a normalised word that carries its meaning. */
export function stemOf(word: string): string {
  return /^[a-z]/.test(word) ? stemLatin(word) : word.slice(0, stemLength(word));
}
