import { keysOfUnit } from './typing.ts';

/**
 * Hangul as the keys of a two-set keyboard that type it, in lower case: 스팸 -> tmvoa. A wrong layout, an
 * unfinished syllable and a slip of one jamo are then all plain nearness of strings.
 */
const keysOf = new Map<number, string>();

export const isSyllable = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3;
export const isJamo = (unit: number): boolean => unit >= 0x3131 && unit <= 0x3163;
export const isHangul = (unit: number): boolean => isSyllable(unit) || isJamo(unit);

function unitKeys(unit: number): string {
  if (!isHangul(unit)) return String.fromCharCode(unit);
  let keys = keysOf.get(unit);
  if (keys === undefined) {
    // Lower case: 쌍자음 is the same key with Shift, and forgetting Shift is the commonest slip.
    keys = keysOfUnit(unit).toLowerCase();
    keysOf.set(unit, keys);
  }
  return keys;
}

/** Keystrokes of a normalised text; what is not Hangul stays. */
export function toKeys(text: string): string {
  let keys = '';
  for (let i = 0; i < text.length; i++) keys += unitKeys(text.charCodeAt(i));
  return keys;
}
