import {
  cutRuns,
  type Doc,
  type Line,
  type LineKind,
  type Mark,
  type Point,
  type Run,
  type Span,
  textOf,
  tidyRuns,
} from './doc.ts';

/** Changes of a document: pure, every one gives a new document and where the selection is then. */
export interface Edited {
  doc: Doc;
  span: Span;
}

const caret = (point: Point): Span => ({ from: point, to: point });

/** Puts `lines` in place of the selection. The first joins the line before it, the last what comes after. */
export function insertLines(doc: Doc, { from, to }: Span, lines: readonly Line[]): Edited {
  const head = doc[from.line]!;
  const before = cutRuns(head.runs, 0, from.offset);
  const after = cutRuns(doc[to.line]!.runs, to.offset);
  const [first = { kind: head.kind, runs: [] }, ...more] = lines;
  // A line without a word of its own takes the look of what comes in.
  const kind = before.length === 0 && head.kind === 'text' ? first.kind : head.kind;
  const made: Line[] = [{ kind, runs: [...before, ...first.runs] }, ...more].map((line) => ({ ...line }));
  const last = made.at(-1)!;
  const point = { line: from.line + made.length - 1, offset: textOf(last).length };
  last.runs = [...last.runs, ...after];
  for (const line of made) line.runs = tidyRuns(line.runs);
  return { doc: [...doc.slice(0, from.line), ...made, ...doc.slice(to.line + 1)], span: caret(point) };
}

/** Enter. On an empty item it ends the list. */
export function splitLine(doc: Doc, span: Span): Edited {
  const line = doc[span.from.line]!;
  if (line.kind !== 'text' && textOf(line) === '') return setKind(doc, span, 'text');
  const cut = insertLines(doc, span, []);
  const { line: at, offset } = cut.span.from;
  const { kind, runs } = cut.doc[at]!;
  const rest = cutRuns(runs, offset);
  const next: Line = { kind: kind === 'heading' && rest.length === 0 ? 'text' : kind, runs: rest };
  const made = [...cut.doc.slice(0, at), { kind, runs: cutRuns(runs, 0, offset) }, next];
  return { doc: [...made, ...cut.doc.slice(at + 1)], span: caret({ line: at + 1, offset: 0 }) };
}

/** Lines of the selection become `kind`; plain text when all of them already are. */
export function toggleKind(doc: Doc, span: Span, kind: LineKind): Edited {
  const chosen = doc.slice(span.from.line, span.to.line + 1);
  return setKind(doc, span, chosen.every((line) => line.kind === kind) ? 'text' : kind);
}

export function setKind(doc: Doc, span: Span, kind: LineKind): Edited {
  const inside = (index: number) => index >= span.from.line && index <= span.to.line;
  return { doc: doc.map((line, index) => (inside(index) ? { ...line, kind } : line)), span };
}

/** The selection becomes bold (italic), or plain again when all of it already is. */
export function toggleMark(doc: Doc, span: Span, mark: Mark): Edited {
  const on = !runsIn(doc, span).every((run) => run[mark]);
  return paint(doc, span, (run) => ({ ...run, [mark]: on }));
}

export function setLink(doc: Doc, span: Span, href: string | null): Edited {
  return paint(doc, span, ({ href: _, ...run }) => (href ? { ...run, href } : run));
}

/** The whole of the link around a point, or null. */
export function linkAround(doc: Doc, { line, offset }: Point): (Span & { href: string }) | null {
  let at = 0;
  let start = 0;
  let href: string | undefined;
  const runs = [...doc[line]!.runs, { text: '' }] as Run[];
  for (const run of runs) {
    if (run.href !== href) {
      if (href && start <= offset && offset <= at)
        return { from: { line, offset: start }, to: { line, offset: at }, href };
      start = at;
      href = run.href;
    }
    at += run.text.length;
  }
  return null;
}

export function runsIn(doc: Doc, { from, to }: Span): Run[] {
  return doc
    .slice(from.line, to.line + 1)
    .flatMap((line, index, all) =>
      cutRuns(line.runs, index === 0 ? from.offset : 0, index === all.length - 1 ? to.offset : Infinity),
    );
}

function paint(doc: Doc, span: Span, look: (run: Run) => Run): Edited {
  const { from, to } = span;
  const made = doc.map((line, index) => {
    if (index < from.line || index > to.line) return line;
    const start = index === from.line ? from.offset : 0;
    const end = index === to.line ? to.offset : Infinity;
    const middle = cutRuns(line.runs, start, end).map(look);
    return {
      ...line,
      runs: tidyRuns([...cutRuns(line.runs, 0, start), ...middle, ...cutRuns(line.runs, end)]),
    };
  });
  return { doc: made, span };
}
