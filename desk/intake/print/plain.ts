// What a stranger wrote must not move the cursor, hide text or turn its order around in somebody's terminal.
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Text for one line of a terminal. */
export function plainLine(text: string): string {
  return plainText(text).replaceAll('\n', ' ');
}

/** Text for a terminal; only line breaks are left of the control characters. */
export function plainText(text: string): string {
  return text.toWellFormed().replaceAll('\t', '  ').replace(UNSAFE, '\ufffd');
}

/** Columns that a terminal takes for it: two for Hangul and Han, none for combining marks. */
export function columns(text: string): number {
  let count = 0;
  for (const char of text) count += WIDE.test(char) ? 2 : /[\p{M}\p{Cf}]/u.test(char) ? 0 : 1;
  return count;
}

/** At most so many columns, with `…` where something is cut off. */
export function shorten(text: string, most: number): string {
  if (columns(text) <= most) return text;
  let kept = '';
  for (const char of text) {
    if (columns(kept + char) > most - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

/** Rows under headings, in columns as wide as their widest cell. */
export function table(headings: string[], rows: string[][]): string {
  const lines = [headings, ...rows].map((row) => row.map(plainLine));
  const widths = headings.map((_, index) => Math.max(...lines.map((row) => columns(row[index] ?? ''))));
  const pad = (cell: string, index: number) => cell + ' '.repeat(widths[index]! - columns(cell));
  return lines.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}
