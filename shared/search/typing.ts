/**
 * The composition automaton of a two-set input method: keys in, text out, exactly as the field would show it.
 * (es-hangul's convertQwertyToHangul throws on sequences that fast fingers do produce, such as `njnjs`.)
 */
const JAMO: Record<string, string> = {
  q: 'ㅂ',
  w: 'ㅈ',
  e: 'ㄷ',
  r: 'ㄱ',
  t: 'ㅅ',
  y: 'ㅛ',
  u: 'ㅕ',
  i: 'ㅑ',
  o: 'ㅐ',
  p: 'ㅔ',
  a: 'ㅁ',
  s: 'ㄴ',
  d: 'ㅇ',
  f: 'ㄹ',
  g: 'ㅎ',
  h: 'ㅗ',
  j: 'ㅓ',
  k: 'ㅏ',
  l: 'ㅣ',
  z: 'ㅋ',
  x: 'ㅌ',
  c: 'ㅊ',
  v: 'ㅍ',
  b: 'ㅠ',
  n: 'ㅜ',
  m: 'ㅡ',
  Q: 'ㅃ',
  W: 'ㅉ',
  E: 'ㄸ',
  R: 'ㄲ',
  T: 'ㅆ',
  O: 'ㅒ',
  P: 'ㅖ',
};
const VOWEL_PAIRS: Record<string, string> = {
  ㅗㅏ: 'ㅘ',
  ㅗㅐ: 'ㅙ',
  ㅗㅣ: 'ㅚ',
  ㅜㅓ: 'ㅝ',
  ㅜㅔ: 'ㅞ',
  ㅜㅣ: 'ㅟ',
  ㅡㅣ: 'ㅢ',
};
const FINAL_PAIRS: Record<string, string> = {
  ㄱㅅ: 'ㄳ',
  ㄴㅈ: 'ㄵ',
  ㄴㅎ: 'ㄶ',
  ㄹㄱ: 'ㄺ',
  ㄹㅁ: 'ㄻ',
  ㄹㅂ: 'ㄼ',
  ㄹㅅ: 'ㄽ',
  ㄹㅌ: 'ㄾ',
  ㄹㅍ: 'ㄿ',
  ㄹㅎ: 'ㅀ',
  ㅂㅅ: 'ㅄ',
};
const NEVER_FINAL = 'ㄸㅃㅉ';
const isVowel = (jamo: string): boolean => jamo >= 'ㅏ';

/** What appears when these keys are pressed with the Korean layout on; other characters end the syllable. */
export function typed(keys: string): string {
  let text = '';
  let initial = '';
  let vowel = '';
  let final = '';
  const flush = () => {
    if (initial && vowel) text += syllable(initial, vowel, final);
    else text += initial + vowel;
    initial = vowel = final = '';
  };
  for (const key of keys) {
    const jamo = JAMO[key] ?? JAMO[key.toLowerCase()];
    if (jamo === undefined) {
      flush();
      text += key;
    } else if (isVowel(jamo)) {
      if (final) {
        // The last consonant was the next syllable's first.
        const [kept, moved] = split(final);
        final = kept;
        flush();
        initial = moved;
        vowel = jamo;
      } else if (vowel && VOWEL_PAIRS[vowel + jamo]) vowel = VOWEL_PAIRS[vowel + jamo]!;
      else {
        if (vowel) flush();
        vowel = jamo;
      }
    } else if (initial && vowel && !final && !NEVER_FINAL.includes(jamo)) final = jamo;
    else if (final && FINAL_PAIRS[final + jamo]) final = FINAL_PAIRS[final + jamo]!;
    else {
      flush();
      initial = jamo;
    }
  }
  flush();
  return text;
}

const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

function syllable(initial: string, vowel: string, final: string): string {
  const place =
    INITIALS.indexOf(initial) * 588 +
    (vowel.charCodeAt(0) - 0x314f) * 28 +
    (final ? FINALS.indexOf(final) : 0);
  return String.fromCharCode(0xac00 + place);
}

function split(final: string): [string, string] {
  for (const [pair, joined] of Object.entries(FINAL_PAIRS)) if (joined === final) return [pair[0]!, pair[1]!];
  return ['', final];
}
