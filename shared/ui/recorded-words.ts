import type { Text } from './text/ko/index.ts';

/** What a recorded target keeps, in words for people: `[이름, 저장]`, `[구역, 보안메일]` … */
export function recordedWords(
  record: Readonly<Record<string, unknown>>,
  t: Pick<Text, 'author'>,
): [string, string][] {
  const words = t.author;
  const one = (value: unknown): string => {
    if (typeof value !== 'string' || !value) return '';
    // The locator blurs what may name a person: equal stays equal, nothing can be read.
    return value.startsWith('#') ? `(${words.masked})` : `‘${value}’`;
  };
  const many = (value: unknown): string[] => (Array.isArray(value) ? value.map(one).filter(Boolean) : []);
  const row = record.row as { at?: unknown } | null | undefined;
  const at = typeof row?.at === 'number' ? row.at : null;
  const kind = String(record.kind);
  const lines: [string, string][] = [
    [words.kind, Object.hasOwn(words.kinds, kind) ? (words.kinds[kind] ?? kind) : kind],
    [words.name, one(record.name) || one(record.title) || one(record.hint) || words.nothing],
    [words.label, one(record.label) || one(record.before) || one(record.column)],
    [words.section, many(record.heads).join(' · ')],
    [words.near, many(record.near).join(' · ')],
    [words.row, at === null ? '' : at === 0 ? words.rowFirst : words.rowKeyed(at + 1)],
  ];
  return lines.filter(([, value]) => value);
}
