import { readLink } from '../../link.ts';
import { type Doc, EMPTY, type Line, type LineKind, type Point, type Run, tidyRuns } from './doc.ts';

const TAG = { text: 'p', heading: 'h2', bullet: 'li', number: 'li' } as const;
const LINES = 'p, h2, li';

/** The document as elements: the only shape that stands in the editor at rest. */
export function drawDoc(doc: Doc, page: Document): Node[] {
  const made: HTMLElement[] = [];
  for (const { kind, runs } of doc) {
    const line = page.createElement(TAG[kind]);
    line.append(...(runs.length ? runs.map((run) => drawRun(run, page)) : [page.createElement('br')]));
    const list = kind === 'bullet' ? 'UL' : kind === 'number' ? 'OL' : null;
    if (!list) made.push(line);
    else {
      if (made.at(-1)?.tagName !== list) made.push(page.createElement(list));
      made.at(-1)!.append(line);
    }
  }
  return made;
}

function drawRun(run: Run, page: Document): Node {
  let node: Node = page.createTextNode(run.text);
  const wrap = (tag: 'i' | 'b' | 'a') => {
    const element = page.createElement(tag);
    element.append(node);
    node = element;
    return element;
  };
  if (run.italic) wrap('i');
  if (run.bold) wrap('b');
  if (run.href) wrap('a').setAttribute('href', run.href);
  return node;
}

const BLOCK = /^(BLOCKQUOTE|DIV|H[1-6]|LI|OL|P|PRE|UL)$/;

type Looks = Omit<Run, 'text'>;

/**
 * What stands in the editor, read back: our own shape, or what a browser made of it.
 * @param places [node, offset] as selections name them; their points come back in the same order
 */
export function readDoc(
  root: Node,
  places: readonly (readonly [Node, number])[] = [],
): { doc: Doc; points: Point[] } {
  const lines: Line[] = [];
  const points: Point[] = places.map(() => ({ line: 0, offset: 0 }));
  let open: Line | null = null;

  const line = (kind: LineKind): Line => {
    if (open) return open;
    const made: Line = { kind, runs: [] };
    lines.push(made);
    open = made;
    return made;
  };
  const note = (node: Node, at: number, more = 0) => {
    places.forEach(([place, offset], index) => {
      if (place !== node || offset !== at) return;
      // Between two lines: the start of the next one.
      points[index] = { line: lines.length - (open ? 1 : 0), offset: (open ? lengthOf(open) : 0) + more };
    });
  };
  const letters = (node: Text, kind: LineKind, looks: Looks) => {
    for (let at = 0; at <= node.data.length; at++) note(node, at, at);
    node.data.split('\n').forEach((text, index) => {
      if (index > 0) {
        line(kind);
        open = null;
      }
      if (text) line(kind).runs.push({ ...looks, text: text.replaceAll('\u00a0', ' ') });
    });
  };

  const walk = (node: Node, kind: LineKind, looks: Looks) => {
    node.childNodes.forEach((child, index) => {
      note(node, index);
      if (child.nodeType === Node.TEXT_NODE) letters(child as Text, kind, looks);
      if (child.nodeType !== Node.ELEMENT_NODE) return;
      const element = child as HTMLElement;
      if (element.tagName === 'BR') {
        line(kind);
        // The last one only keeps an empty line open.
        if (element.nextSibling) open = null;
      } else if (BLOCK.test(element.tagName)) {
        const before = lines.length;
        open = null;
        const inner = kindOf(element, kind);
        walk(element, inner, looks);
        if (lines.length === before && element.matches(LINES)) line(inner);
        open = null;
      } else walk(element, kind, looksOf(element, looks));
    });
    note(node, node.childNodes.length);
  };
  walk(root, 'text', {});
  const doc = lines.map(({ kind, runs }) => ({ kind, runs: tidyRuns(runs) }));
  return { doc: doc.length ? doc : EMPTY, points };
}

const lengthOf = (line: Line) => line.runs.reduce((sum, run) => sum + run.text.length, 0);

function kindOf(element: Element, around: LineKind): LineKind {
  if (/^H[1-6]$/.test(element.tagName)) return 'heading';
  if (element.tagName === 'LI') return element.parentElement?.tagName === 'OL' ? 'number' : 'bullet';
  return around;
}

function looksOf(element: HTMLElement, looks: Looks): Looks {
  switch (element.tagName) {
    case 'B':
    case 'STRONG':
      return { ...looks, bold: true };
    case 'I':
    case 'EM':
      return { ...looks, italic: true };
    case 'A': {
      const target = readLink(element.getAttribute('href') ?? '');
      return target?.kind === 'out' ? { ...looks, href: target.href } : looks;
    }
    default:
      return looks;
  }
}

/** Where a point stands among our own elements. */
export function placeOf(root: ParentNode, { line, offset }: Point): [Node, number] {
  const element = root.querySelectorAll(LINES)[line];
  if (!element) return [root, 0];
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  let last: Text | null = null;
  while (texts.nextNode()) {
    last = texts.currentNode as Text;
    if (rest <= last.length) return [last, rest];
    rest -= last.length;
  }
  return last ? [last, last.length] : [element, 0];
}
