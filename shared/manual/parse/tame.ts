/** Nobody reads a list in a list in a list this deep; the Markdown parser would run out of stack. */
const DEEPEST = 12;
/** Columns of one gap; longer ones only cost time. */
const WIDEST = 40;
const GAP = new RegExp(`[ \\t]{${WIDEST},}`, 'g');
const CONTAINER = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;

/** Glyphs of icon fonts show nothing elsewhere, and the grammar uses these signs for its own marks. */
const PRIVATE = /[\ue000-\uf8ff]/gu;

/** The same lines without what makes a parser slow or fall over: endless gaps, containers in containers, private signs. */
export function tame(markdown: string): string {
  return markdown
    .replace(PRIVATE, ' ')
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
