/**
 * The two-set keyboard, both ways: keys to text as an input method's automaton shows it, and text to keys.
 * (es-hangul's convertQwertyToHangul throws on sequences that fast fingers do produce, such as `njnjs`.)
 */
const JAMO = 'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ';
const KEYS = 'qwertyuiopasdfghjklzxcvbnmQWERTOP';
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FINALS = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';
/** Jamo that are typed as two, each with its parts. */
const PAIRS: Record<string, string> = {};
for (const pair of 'ㄳㄱㅅㄵㄴㅈㄶㄴㅎㄺㄹㄱㄻㄹㅁㄼㄹㅂㄽㄹㅅㄾㄹㅌㄿㄹㅍㅀㄹㅎㅄㅂㅅㅘㅗㅏㅙㅗㅐㅚㅗㅣㅝㅜㅓㅞㅜㅔㅟㅜㅣㅢㅡㅣ'.match(
  /.../g,
)!) {
  PAIRS[pair.slice(1)] = pair[0]!;
  PAIRS[pair[0]!] = pair.slice(1);
}
const FIRST_SYLLABLE = 0xac00;
const FIRST_VOWEL = 0x314f;
const isVowel = (jamo: string): boolean => jamo >= 'ㅏ';

/** Consonants that an input method joined (ㄳ, ㄼ), apart again; other text as it is. */
export const splitPairs = (text: string): string => text.replace(/[ㄳ-ㅄ]/g, (jamo) => PAIRS[jamo] ?? jamo);

/** First consonant of a syllable. */
export const initialOf = (unit: number): string => INITIALS[Math.floor((unit - FIRST_SYLLABLE) / 588)]!;

/** The keys that type a syllable or jamo, with capitals for Shift. */
export function keysOfUnit(unit: number): string {
  const place = unit - FIRST_SYLLABLE;
  const jamo =
    place < 0
      ? String.fromCharCode(unit)
      : initialOf(unit) +
        String.fromCharCode(FIRST_VOWEL + (Math.floor(place / 28) % 21)) +
        FINALS[place % 28]!.trim();
  let keys = '';
  for (const one of jamo) for (const part of PAIRS[one] ?? one) keys += KEYS[JAMO.indexOf(part)] ?? '';
  return keys;
}

/** What appears when these keys are pressed with the Korean layout on; other characters end the syllable. */
export function typed(keys: string): string {
  let text = '';
  let initial = '';
  let vowel = '';
  let final = '';
  const flush = () => {
    if (initial && vowel) {
      const place = INITIALS.indexOf(initial) * 588 + (vowel.charCodeAt(0) - FIRST_VOWEL) * 28;
      text += String.fromCharCode(FIRST_SYLLABLE + place + (final ? FINALS.indexOf(final) : 0));
    } else text += initial + vowel;
    initial = vowel = final = '';
  };
  for (const key of keys) {
    const at = KEYS.indexOf(key);
    const jamo = JAMO[at < 0 ? KEYS.indexOf(key.toLowerCase()) : at];
    if (jamo === undefined) {
      flush();
      text += key;
    } else if (isVowel(jamo)) {
      if (final) {
        // The last consonant was the next syllable's first.
        const parts = PAIRS[final] ?? final;
        final = parts.slice(0, -1);
        flush();
        initial = parts.at(-1)!;
        vowel = jamo;
      } else if (PAIRS[vowel + jamo] && vowel) vowel = PAIRS[vowel + jamo]!;
      else {
        if (vowel) flush();
        vowel = jamo;
      }
    } else if (initial && vowel && !final && FINALS.includes(jamo)) final = jamo;
    else if (final && PAIRS[final + jamo]) final = PAIRS[final + jamo]!;
    else {
      flush();
      initial = jamo;
    }
  }
  flush();
  return text;
}
