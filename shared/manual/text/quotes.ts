/** Pairs that mark a label in running text. `‘…‘` is a slip that is common enough to be a notation. */
const PAIRS: Record<string, string> = {
  "'": "'’",
  '‘': "’‘'",
  '"': '"”',
  '“': '”“"',
  '”': '”',
  '「': '」',
  '『': '』',
  '【': '】',
  '〔': '〕',
  '<': '>',
  '＜': '＞',
  '《': '》',
  '〈': '〉',
};
const REACH = 90;

export interface Quoted {
  start: number;
  end: number;
  inner: string;
}

/** Every quoted piece of a line, left to right. Linear: each opening looks a bounded number of characters ahead. */
export function readQuotes(text: string): Quoted[] {
  const out: Quoted[] = [];
  for (let i = 0; i < text.length; i++) {
    const closers = PAIRS[text[i]!];
    if (!closers || !opens(text, i)) continue;
    const end = closing(text, i, closers);
    if (end < 0) continue;
    out.push({ start: i, end, inner: text.slice(i + 1, end - 1) });
    i = end - 1;
  }
  return out;
}

/** An apostrophe inside a word (`don't`) opens nothing; an angle bracket after a dash or a number is an arrow or a sign. */
function opens(text: string, i: number): boolean {
  const before = text[i - 1] ?? ' ';
  const after = text[i + 1] ?? ' ';
  if (text[i] === "'" || text[i] === '‘') return !/[A-Za-z0-9]/.test(before) && after !== ' ';
  if (text[i] === '<') return !/[-=\d<]/.test(before) && !/[-=\s\d<]/.test(after);
  return true;
}

function closing(text: string, start: number, closers: string): number {
  const limit = Math.min(text.length, start + REACH);
  for (let i = start + 1; i < limit; i++) {
    const c = text[i]!;
    if (!closers.includes(c)) continue;
    if ((c === "'" || c === '’') && /[A-Za-z]/.test(text[i + 1] ?? ' ') && /[A-Za-z]/.test(text[i - 1]!))
      continue;
    if (c === '>' && text[i - 1] === '-') return -1;
    return i === start + 1 ? -1 : i + 1;
  }
  return -1;
}
