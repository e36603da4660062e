import { describe, expect, it } from 'vitest';
import { LANGS, pickLang, text } from '../../../shared/ui/text/index.ts';

/** Every leaf of a catalogue: its dotted name and its value. */
function leaves(node: object, at = ''): [string, unknown][] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${at}${key}.`) : [[at + key, value]],
  );
}

describe('interface texts', () => {
  it.each(LANGS)('%s says something for every key, and nothing is left in another script', (lang) => {
    for (const [key, value] of leaves(text(lang))) {
      const said = typeof value === 'function' ? value('X', 'X', 'X') : value;
      expect(said, key).toBeTypeOf('string');
      expect((said as string).trim(), key).not.toBe('');
      if (lang !== 'ko') expect(said, key).not.toMatch(/\p{Script=Hangul}/u);
    }
  });

  it('has the same keys in every language', () => {
    const keys = leaves(text('ko')).map(([key]) => key);
    for (const lang of LANGS) expect(leaves(text(lang)).map(([key]) => key)).toEqual(keys);
  });

  it('picks the first language that it speaks, Korean otherwise', () => {
    expect(pickLang(['fr-FR', 'ja-JP', 'en'])).toBe('ja');
    expect(pickLang(['EN-us'])).toBe('en');
    expect(pickLang(['fr'])).toBe('ko');
    expect(pickLang([])).toBe('ko');
  });
});
