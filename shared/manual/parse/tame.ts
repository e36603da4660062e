/** Nobody reads a list in a list in a list this deep; the Markdown parser would run out of stack. */
const DEEPEST = 12;
/** Columns of one gap; longer ones only cost time. */
const WIDEST = 40;
const GAP = new RegExp(`[ \\t]{${WIDEST},}`, 'g');
const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** The same lines without what makes a parser slow or fall over: endless gaps and containers in containers. */
export function tame(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => shallow(line.replace(GAP, ' '.repeat(WIDEST))))
    .join('\n');
}

function shallow(line: string): string {
  CONTAINER.lastIndex = 0;
  let deepest = 0;
  let end = 0;
  for (let depth = 0; CONTAINER.test(line); depth++) {
    end = CONTAINER.lastIndex;
    if (depth < DEEPEST) deepest = end;
  }
  return end > deepest ? line.slice(0, deepest) + line.slice(end) : line;
}
