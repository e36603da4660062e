/**
 * One normal form for texts and queries. It keeps the length of the text, unit by unit, so that places
 * in it are places in the original.
 *
 * NFKC over everything would turn the compatibility jamo that keyboards give (U+3131…) into conjoining
 * jamo and switch choseong search off, so each unit is folded alone and Hangul is left as it is.
 */
const folded = new Map<number, number>();

function foldOne(unit: number): number {
  if (unit < 0x80) return unit >= 65 && unit <= 90 ? unit + 32 : unit;
  if ((unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x3130 && unit <= 0x318f)) return unit;
  const known = folded.get(unit);
  if (known !== undefined) return known;
  const char = String.fromCharCode(unit);
  const form = char.normalize('NFKC').toLowerCase().normalize('NFC');
  // A unit that becomes several (㈜ -> (주), ligatures) stays: lengths must not change.
  let result = form.length === 1 ? form.charCodeAt(0) : unit;
  // Katakana and hiragana are one alphabet for people who search.
  if (result >= 0x30a1 && result <= 0x30f6) result -= 0x60;
  folded.set(unit, result);
  return result;
}

/** Folds width, case and kana, unit by unit: the result is as long as the text. */
export function normalise(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const fold = foldOne(unit);
    if (fold === unit) continue;
    out += text.slice(from, i) + String.fromCharCode(fold);
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Text from macOS comes with its Hangul in pieces (NFD); put together it is what people type. */
export function compose(text: string): string {
  return text.normalize('NFC');
}
