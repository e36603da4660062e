export type ParticlePair = '은/는' | '이/가' | '을/를' | '으로/로';

/** Hangul syllables that end as the Korean reading of a digit or a Latin letter does (3 = 삼, m = 엠). */
const READING: Record<string, string> = {
  ...Object.fromEntries([...'영일이삼사오육칠팔구'].map((syllable, digit) => [String(digit), syllable])),
  l: '엘',
  m: '엠',
  n: '엔',
  r: '알',
};

const LETTER = /[\p{L}\p{N}]/u;
const FIRST = '가'.charCodeAt(0);
/** Finals of a syllable, in Unicode's order: none is the first, ㄹ the ninth. */
const FINALS = 28;
const RIEUL = 8;

/**
 * The particle that fits `word`, without the word: `particle('[저장]', '을/를')` is `을`.
 * Closing brackets and quotes are looked through; digits and Latin letters count as they are read aloud.
 */
export function particle(word: string, pair: ParticlePair): string {
  const last = [...word.normalize('NFC')].findLast((char) => LETTER.test(char)) ?? '';
  // Latin words read as words end in a vowel more often than not, save for the letters above.
  const sound = READING[last.toLowerCase()] ?? (/[가-힣]/.test(last) ? last : '아');
  const final = (sound.charCodeAt(0) - FIRST) % FINALS;
  const [closed, open] = pair.split('/') as [string, string];
  return final === 0 || (final === RIEUL && pair === '으로/로') ? open : closed;
}

/** `withParticle('저장', '을/를')` is `저장을`. */
export function withParticle(word: string, pair: ParticlePair): string {
  return word + particle(word, pair);
}
