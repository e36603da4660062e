import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked } from './debian.ts';
import { plain } from './html.ts';

/** Programs that do the same things, each put into Korean by other people. */
const PACKAGES =
  'cinnamon-l10n caja-common nautilus-data thunar-data libgtk-3-common gimp-data evolution-common mousepad pluma-common krita-l10n';

/** Message and translation of a catalogue in GNU's binary form. */
function* messages(bytes: Buffer): Generator<[string, string]> {
  const little = bytes.readUInt32LE(0) === 0x950412de;
  const number = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const text = (at: number) =>
    bytes.toString('utf8', number(at + 4), number(at + 4) + number(at)).split('\0')[0]!;
  const [count, from, to] = [number(8), number(12), number(16)] as const;
  // A context stands in front of a message, behind it the plural.
  for (let i = 0; i < count; i++)
    yield [
      text(from + i * 8)
        .split('\x04')
        .at(-1)!,
      text(to + i * 8),
    ];
}

const shown = (text: string): string =>
  plain(text)
    .replace(/\([_&].\)|[_&]/g, '')
    .replace(/\s+/g, ' ');

const pairs = (text: string): Set<string> => {
  const units = text.replace(/\s/g, '');
  return new Set([...units].slice(1).map((_, i) => units.slice(i, i + 2)));
};

/** Said in other words: fewer than six in ten pairs of syllables are in both. */
function unlike(a: string, b: string): boolean {
  const [of, other] = [pairs(a), pairs(b)];
  const shared = [...of].filter((pair) => other.has(pair)).length;
  return shared / (of.size + other.size - shared) < 0.6;
}

/**
 * What translators made of one English message, where they chose other words: paraphrases that nobody wrote for a
 * bench. None when the packages cannot be had.
 */
export function translations(): string[][] {
  const folders = PACKAGES.split(' ').map(unpacked);
  if (folders.includes(null)) return [];
  const sets = new Map<string, string[]>();
  for (const folder of folders) {
    for (const file of globSync('**/ko/LC_MESSAGES/*.mo', { cwd: folder! }).sort()) {
      for (const [message, translated] of messages(readFileSync(join(folder!, file)))) {
        if (/[%{$]/.test(message) || !/\S\s+\S/.test(message)) continue;
        const korean = shown(translated);
        const hangul = korean.match(/[가-힣]/g)?.length ?? 0;
        if (
          korean.length < 9 ||
          korean.length > 70 ||
          hangul * 2 < korean.length ||
          /[A-Za-z]{3}/.test(korean)
        )
          continue;
        const key = shown(message)
          .toLowerCase()
          .replace(/[.:…]+$/, '');
        const set = sets.get(key) ?? [];
        if (set.every((other) => unlike(korean, other))) set.push(korean);
        sets.set(key, set);
      }
    }
  }
  return [...sets.values()].filter(({ length }) => length > 1);
}
