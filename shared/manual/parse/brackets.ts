/** A closing bracket further away than this is not one: it keeps a forgotten `]` from eating the page. */
const REACH = 120;

export interface Bracket {
  start: number;
  /** Index after the closing bracket. */
  end: number;
  inner: string;
}

/** Every outermost `[…]` or `［…］` of a line, and where one opens that never closes. */
export function readBrackets(text: string): { brackets: Bracket[]; unclosed: number[] } {
  const brackets: Bracket[] = [];
  const unclosed: number[] = [];
  for (let i = 0; i < text.length; ) {
    if (text[i] !== '[' && text[i] !== '［') {
      i++;
      continue;
    }
    const end = closing(text, i);
    if (end < 0) {
      unclosed.push(i);
      i++;
      continue;
    }
    brackets.push({ start: i, end, inner: text.slice(i + 1, end - 1) });
    i = end;
  }
  return { brackets, unclosed };
}

function closing(text: string, start: number): number {
  let depth = 0;
  const limit = Math.min(text.length, start + REACH);
  for (let i = start; i < limit; i++) {
    const c = text[i];
    if (c === '\n') return -1;
    if (c === '[' || c === '［') depth++;
    else if ((c === ']' || c === '］') && --depth === 0) return i + 1;
  }
  return -1;
}
