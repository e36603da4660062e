import { familiarity, startingWith } from './features.ts';
import { toKeys } from './keys.ts';
import { normalise } from './normal.ts';
import type { PostingsMaker } from './postings.ts';
import { typed } from './typing.ts';

/**
 * The word that was meant when the keyboard was in the other layout, in normal form, or null when the word
 * is better as it is. `raw` keeps its capitals: Shift makes 쌍자음.
 */
export function relaid(maker: PostingsMaker, raw: string): string | null {
  const word = normalise(raw);
  if (/^[a-z][a-z0-9]*$/.test(word)) return toHangul(maker, raw, word);
  if (/^[가-힣ㄱ-ㅣ]+$/.test(word)) return toLatin(maker, word);
  return null;
}

/** Whether some word of the index begins so. */
const begins = (maker: PostingsMaker, start: string): boolean => startingWith(maker, start).docs.length > 0;

function toHangul(maker: PostingsMaker, raw: string, word: string): string | null {
  if (word.length < 2 || begins(maker, word)) return null;
  let best: string | null = null;
  let most = 0.45;
  // As it was typed, and without Shift: capitals may come from Caps Lock or from the start of a sentence.
  for (const keys of new Set([raw, word])) {
    const hangul = typed(keys);
    const whole = hangul.replace(/[ㄱ-ㅎ]$/, '');
    if (!/^[가-힣0-9]+$/.test(whole)) continue;
    const share = familiarity(maker, whole);
    if (share > most) {
      most = share;
      best = hangul;
    }
  }
  return best;
}

function toLatin(maker: PostingsMaker, word: string): string | null {
  const broken = /[ㄱ-ㅣ]/.test(word.slice(0, -1)) || /[ㅏ-ㅣ]/.test(word);
  if (!broken && familiarity(maker, word) >= 0.5) return null;
  const latin = toKeys(word);
  return latin.length >= 2 && begins(maker, latin) ? latin : null;
}
