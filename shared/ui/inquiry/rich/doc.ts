/** What 문의 상세 can hold: lines, as people write them. Stored as Markdown (read-markdown.ts, write-markdown.ts), never as HTML. */
export type LineKind = 'text' | 'heading' | 'bullet' | 'number';

export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** As `readLink` allows it. */
  href?: string;
}

export type Mark = 'bold' | 'italic';

export interface Line {
  kind: LineKind;
  runs: Run[];
}

/** At least one line. */
export type Doc = Line[];

/** `offset` in UTF-16 units of the line's text. */
export interface Point {
  line: number;
  offset: number;
}

export interface Span {
  from: Point;
  to: Point;
}

export const EMPTY: Doc = [{ kind: 'text', runs: [] }];

export const textOf = (line: Line): string => line.runs.map((run) => run.text).join('');

export const isEmpty = (span: Span): boolean =>
  span.from.line === span.to.line && span.from.offset === span.to.offset;

/** The same words with the same looks in as few runs as possible. */
export function tidyRuns(runs: readonly Run[]): Run[] {
  const made: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = made.at(-1);
    if (last && looks(last) === looks(run)) last.text += run.text;
    else
      made.push({
        text: run.text,
        ...(run.bold && { bold: true }),
        ...(run.italic && { italic: true }),
        ...(run.href && { href: run.href }),
      });
  }
  return made;
}

const looks = (run: Run) => `${run.bold ? 'b' : ''}${run.italic ? 'i' : ''} ${run.href ?? ''}`;

/** The part of a line between two offsets. */
export function cutRuns(runs: readonly Run[], from: number, to = Infinity): Run[] {
  let at = 0;
  const made: Run[] = [];
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text) made.push({ ...run, text });
    at += run.text.length;
  }
  return made;
}

/** The point within the document that is nearest to `point`. */
export function clampPoint(doc: Doc, point: Point): Point {
  const line = Math.max(0, Math.min(point.line, doc.length - 1));
  if (point.line > line) return { line, offset: textOf(doc[line]!).length };
  return { line, offset: Math.max(0, Math.min(point.offset, textOf(doc[line]!).length)) };
}
