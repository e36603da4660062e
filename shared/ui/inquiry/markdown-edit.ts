/** Toolbar commands on plain Markdown text: pure, so that the text area stays the browser's own. */
export type MarkdownCommand = 'bold' | 'italic' | 'bullets' | 'numbers' | 'link';

export interface Edit {
  /** What to replace ... */
  from: number;
  to: number;
  /** ... by what ... */
  insert: string;
  /** ... and what is selected then. */
  select: [number, number];
}

const MARK = { bold: '**', italic: '*' } as const;

/** @param sample stands in for a selection that is empty */
export function markdownEdit(
  command: MarkdownCommand,
  text: string,
  start: number,
  end: number,
  sample: string,
): Edit {
  switch (command) {
    case 'bold':
    case 'italic':
      return wrap(MARK[command], text, start, end, sample);
    case 'link':
      return link(text, start, end, sample);
    case 'bullets':
    case 'numbers':
      return list(command, text, start, end);
  }
}

function wrap(mark: string, text: string, start: number, end: number, sample: string): Edit {
  const size = mark.length;
  const chosen = text.slice(start, end);
  const wrapped = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  // One star of a bold pair is not italic.
  const bolder =
    mark === '*' && text.slice(start - 2, start) === '**' && text.slice(start - 3, start) !== '***';
  if (wrapped && !bolder) {
    return { from: start - size, to: end + size, insert: chosen, select: [start - size, end - size] };
  }
  // Markdown does not close emphasis after a space, so spaces at the ends stay outside.
  const body = chosen.trim() || sample;
  const before = chosen.trim() ? chosen.slice(0, chosen.indexOf(body)) : chosen;
  const after = chosen.trim() ? chosen.slice(before.length + body.length) : '';
  const at = start + before.length + size;
  return {
    from: start,
    to: end,
    insert: before + mark + body + mark + after,
    select: [at, at + body.length],
  };
}

function link(text: string, start: number, end: number, sample: string): Edit {
  const chosen = text.slice(start, end).trim();
  const isAddress = /^https?:\/\/\S+$/.test(chosen);
  const words = isAddress || !chosen ? sample : chosen;
  const address = isAddress ? chosen : 'https://';
  const at = isAddress ? start + 1 : start + words.length + 3;
  const length = isAddress ? words.length : address.length;
  return { from: start, to: end, insert: `[${words}](${address})`, select: [at, at + length] };
}

function list(kind: 'bullets' | 'numbers', text: string, start: number, end: number): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', Math.max(start, end - 1));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const own = kind === 'bullets' ? /^[-*] / : /^\d+\. /;
  const bare = lines.map((line) => line.replace(/^([-*]|\d+\.) /, ''));
  const off = lines.every((line) => own.test(line));
  const made = off
    ? bare
    : bare.map((line, index) => `${kind === 'bullets' ? '-' : `${index + 1}.`} ${line}`);
  const insert = made.join('\n');
  // With nothing selected the caret stays where it was in its line.
  const caret = from + insert.length - (to - end);
  return { from, to, insert, select: start === end ? [caret, caret] : [from, from + insert.length] };
}
