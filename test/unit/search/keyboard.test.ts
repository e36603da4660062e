import { convertHangulToQwerty } from 'es-hangul';
import { describe, expect, it } from 'vitest';
import { toKeys } from '../../../shared/search/keys.ts';
import { compose, normalise } from '../../../shared/search/normal.ts';
import { keysOfUnit, splitPairs, typed } from '../../../shared/search/typing.ts';

describe('the two-set keyboard', () => {
  it('types every syllable with the keys that es-hangul names, and those keys type it back', () => {
    for (let unit = 0xac00; unit <= 0xd7a3; unit++) {
      const syllable = String.fromCharCode(unit);
      expect(keysOfUnit(unit)).toBe(convertHangulToQwerty(syllable));
      expect(typed(keysOfUnit(unit))).toBe(syllable);
    }
  });

  it('survives what fast fingers do (es-hangul throws on this one)', () => {
    expect(typed('njnjs')).toBe('ㅝㅝㄴ');
    expect(typed('tmvoa apdlf 123')).toBe('스팸 메일 123');
    expect(typed('dlfrek')).toBe('읽다');
  });

  it('makes one form of 쌍자음 with and without Shift', () => {
    expect(toKeys('꽉')).toBe(toKeys('곽'));
  });

  it('takes apart consonants that the input method joined', () => {
    expect(splitPairs('ㄳㅄ')).toBe('ㄱㅅㅂㅅ');
  });
});

describe('the normal form', () => {
  it('leaves the jamo that keyboards give alone: NFKC would move them and end choseong search', () => {
    expect(normalise('ㅅㅍㅁㅇ')).toBe('ㅅㅍㅁㅇ');
  });

  it('folds width, case and kana without changing the length', () => {
    expect(normalise('ＳＭＴＰ メール Outlook')).toBe('smtp めーる outlook');
    expect(normalise('㈜길잡이')).toHaveLength('㈜길잡이'.length);
  });

  it('puts Hangul in pieces together', () => {
    expect(compose('메일'.normalize('NFD'))).toBe('메일');
  });
});
