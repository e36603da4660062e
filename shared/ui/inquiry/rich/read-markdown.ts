import { readLink } from '../../link.ts';
import { type Doc, EMPTY, type Line, type Run, tidyRuns } from './doc.ts';
import { JOINER } from './write-markdown.ts';

const BULLET = /^ {0,3}[-*+] +(?=\S)/;
const NUMBER = /^ {0,3}\d{1,9}[.)] +(?=\S)/;
const HEADING = /^ {0,3}#{1,6} +(?=\S)/;

/** Reads what `writeMarkdown` writes, and whatever else people wrote: what is no mark of ours stays as its letters. */
export function readMarkdown(text: string): Doc {
  const lines: Line[] = [];
  let before: Line['kind'] = 'text';
  for (const written of text.replace(/\r\n?/g, '\n').split('\n')) {
    const isList = before === 'bullet' || before === 'number';
    if (written.trim() === '' && isList) {
      // The empty line that ends a list is not one of the person's.
      before = 'text';
      continue;
    }
    const line = readLine(written);
    lines.push(line);
    before = line.kind;
  }
  return lines.length ? lines : EMPTY;
}

function readLine(written: string): Line {
  for (const [kind, pattern] of [
    ['bullet', BULLET],
    ['number', NUMBER],
    ['heading', HEADING],
  ] as const) {
    const start = pattern.exec(written)?.[0];
    if (start !== undefined) return { kind, runs: readRuns(written.slice(start.length).trimEnd()) };
  }
  return { kind: 'text', runs: readRuns(written.replace(/^\u00a0+/, (hard) => ' '.repeat(hard.length))) };
}

const LINK = /^\[((?:\\.|[^\][\\])+)\]\(([^()\s<>]+)\)/;

/** A sign that stands for itself, an address in angle brackets, or letters up to the next sign that may mean something. */
const LETTERS = /^(?:\\([!-/:-@[-`{-~])|<(https?:\/\/[^\s<>]+)>|\*+|.[^\\*[<]*)/s;

/** Marks within a line. A star that closes nothing is a star. */
export function readRuns(text: string, href?: string): Run[] {
  const runs: Run[] = [];
  /** Where bold (2) and italic (1) began: the index of the first run inside. */
  const open: { 1: number | null; 2: number | null } = { 1: null, 2: null };
  const put = (words: string) =>
    runs.push({ text: words, bold: open[2] !== null, italic: open[1] !== null, ...(href && { href }) });

  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const link = href ? null : LINK.exec(rest);
    const target = link && readLink(link[2]!);
    if (link && target?.kind === 'out') {
      for (const run of readRuns(link[1]!, target.href))
        runs.push({ ...run, bold: run.bold || open[2] !== null, italic: run.italic || open[1] !== null });
      at += link[0].length;
      continue;
    }
    const stars = /^\*{1,3}(?!\*)/.exec(rest)?.[0];
    if (stars) {
      put(turn(stars, text[at - 1], text[at + stars.length], open, runs.length));
      at += stars.length;
      continue;
    }
    const [all, sign, address] = LETTERS.exec(rest)!;
    put(sign ?? address ?? all);
    at += all.length;
  }
  // What was never closed was no mark.
  for (const size of [2, 1] as const) {
    const from = open[size];
    if (from === null) continue;
    for (const run of runs.slice(from)) run[size === 2 ? 'bold' : 'italic'] = false;
    runs[from - 1]!.text += '*'.repeat(size);
  }
  return tidyRuns(runs.map((run) => ({ ...run, text: run.text.replaceAll(JOINER, '') })));
}

/** Opens or closes what the stars stand for; gives back those that stand for nothing. */
function turn(
  stars: string,
  before: string | undefined,
  after: string | undefined,
  open: { 1: number | null; 2: number | null },
  at: number,
): string {
  const isGap = (char: string | undefined) => char === undefined || /\s/.test(char);
  let left = stars.length;
  // Italic is inside of bold: it closes first and opens last.
  if (!isGap(before)) {
    if (left !== 2 && open[1] !== null) {
      open[1] = null;
      left -= 1;
    }
    if (left >= 2 && open[2] !== null) {
      open[2] = null;
      left -= 2;
    }
  }
  if (left === stars.length && !isGap(after)) {
    if (left >= 2 && open[2] === null) {
      open[2] = at + 1;
      left -= 2;
    }
    if (left === 1 && open[1] === null) {
      open[1] = at + 1;
      left -= 1;
    }
  }
  return '*'.repeat(left);
}
