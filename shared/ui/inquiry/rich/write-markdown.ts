import { cutRuns, type Doc, type Line, type Run, textOf, tidyRuns } from './doc.ts';

/** U+2060: keeps emphasis that begins or ends with a sign (`**글(굵게)**입니다`) emphasis for every Markdown reader. */
export const JOINER = '\u2060';

const MARKER = { text: '', heading: '## ', bullet: '- ' } as const;

/**
 * The document as Markdown: CommonMark with line breaks as they are written (what comments on code hosts use). Signs
 * that were typed as signs are escaped where a reader would take them for marks, and nowhere else: plain-text mail
 * shows this text as it is.
 */
export function writeMarkdown(doc: Doc): string {
  const waves = doc.map(textOf).join('\n').match(/~+/g)?.length ?? 0;
  const lines: string[] = [];
  let number = 0;
  let before: Line['kind'] = 'text';
  for (const { kind, runs } of doc) {
    const isList = before === 'bullet' || before === 'number';
    // Without an empty line the words would belong to the item above.
    if (isList && kind === 'text') lines.push('');
    number = kind === 'number' ? number + 1 : 0;
    const marker = kind === 'number' ? `${number}. ` : MARKER[kind];
    const body = writeLine(runs, kind, waves > 1);
    lines.push(body && marker + body);
    before = kind;
  }
  return lines.join('\n').replace(/\s+$/, '');
}

function writeLine(runs: readonly Run[], kind: Line['kind'], waves: boolean): string {
  const whole = tidyRuns(edgesOut(trimmed(runs, kind !== 'text')));
  let out = '';
  for (let at = 0; at < whole.length; ) {
    const { href } = whole[at]!;
    let end = at + 1;
    while (end < whole.length && whole[end]!.href === href) end++;
    const inside = whole.slice(at, end);
    const before = out;
    const after = whole.slice(end).map(({ text }) => text)[0] ?? '';
    if (href) out += `[${marked(inside, '[', ']', waves, true)}](${href})`;
    else out += marked(inside, before, whole[end]?.href ? '[' : after, waves, false);
    at = end;
  }
  // Signs at the end of a heading would close it.
  if (kind === 'heading') out = out.replace(/(^|\s)(#+)$/, '$1\\$2');
  const isPlain = !whole[0]?.bold && !whole[0]?.italic && !whole[0]?.href;
  return isPlain ? guardStart(out, kind) : out;
}

/** Spaces at the ends of a line are nothing in Markdown, except before plain words, where four would make it code. */
function trimmed(runs: readonly Run[], start: boolean): Run[] {
  const text = runs.map((run) => run.text).join('');
  return cutRuns(runs, start ? text.length - text.trimStart().length : 0, text.trimEnd().length);
}

/** Emphasis cannot begin or end with a space: those spaces are plain. */
function edgesOut(runs: readonly Run[]): Run[] {
  return runs.flatMap((run, index) => {
    if (!run.bold && !run.italic && !run.href) return [run];
    const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
    const plain = (text: string, other: Run | undefined) => ({
      text,
      // Between two runs of the same look the space stays inside.
      ...(other?.bold && run.bold && { bold: true }),
      ...(other?.italic && run.italic && { italic: true }),
      ...(other?.href === run.href && run.href && { href: run.href }),
    });
    return [plain(start, runs[index - 1]), { ...run, text: words }, plain(end, runs[index + 1])];
  });
}

/** Runs with their stars, each run with its own: marks within marks are where readers of Markdown disagree. */
function marked(runs: readonly Run[], before: string, after: string, waves: boolean, link: boolean): string {
  const texts = runs.map((run, index) => {
    const alone = index === runs.length - 1 && after === '' && !run.bold && !run.italic;
    return escapeText(run.text, waves, link, alone);
  });
  const stars = runs.map((run) => '*'.repeat((run.bold ? 2 : 0) + (run.italic ? 1 : 0)));
  let out = '';
  texts.forEach((text, index) => {
    const left = (out || before).at(-1);
    const right = (stars[index + 1] || (texts[index + 1] ?? after))[0];
    const own = stars[index]!;
    if (left === '*' && (own || text.startsWith('\\*'))) out += JOINER;
    if (!own) out += text;
    else {
      const start = isSign(text[0]) && !isGap(left) ? JOINER : '';
      const end = isSign(text.at(-1)) && !isGap(right) ? JOINER : '';
      out += own + start + text + end + own;
    }
  });
  return out;
}

const isSign = (char: string | undefined) => char !== undefined && /[\p{P}\p{S}]/u.test(char);
/** What may stand beside emphasis that ends in a sign: nothing, or a space. */
const isGap = (char: string | undefined) => char === undefined || /\s/.test(char);

const ADDRESS = /(https?:\/\/[^\s<>]+)/;

/**
 * @param link inside the words of a link
 * @param alone nothing follows that an address could swallow
 */
function escapeText(text: string, waves: boolean, link: boolean, alone: boolean): string {
  if (link) return escapeSigns(text, waves, true);
  const parts = text.split(ADDRESS);
  return parts
    .map((part, index) => {
      const safe = escapeSigns(part, waves, false);
      if (index % 2 === 0) return safe;
      // Readers make addresses clickable as they stand, backslashes and all; in angle brackets nothing is read into them.
      return safe === part && (/^\s/.test(parts[index + 1]!) || (alone && !parts[index + 1]))
        ? part
        : `<${part}>`;
    })
    .join('');
}

function escapeSigns(text: string, waves: boolean, link: boolean): string {
  let made = text
    .replaceAll(JOINER, '')
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[*`]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&');
  if (waves) made = made.replaceAll('~', '\\~');
  return link
    ? made.replace(/[[\]]/g, '\\$&')
    : made.replace(/](?=[(:[])/g, '\\]').replace(/!$|!(?=\[)/g, '\\!');
}

/** A line that only looks like a list, a heading, a quotation, a rule or a table. */
function guardStart(text: string, kind: Line['kind']): string {
  // Four spaces would make it code.
  let made = text.replace(/^\s+/, (spaces) => '\u00a0'.repeat(spaces.length));
  if (/^\[[ x]\]/i.test(made) && kind !== 'text') made = `\\${made}`;
  return made
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(#{1,6}|[-+])(?=\s|$)/, '\\$1')
    .replace(/^(>|~~~)/, '\\$1')
    .replace(/^(?=[|:=\-\s]*[-=])[|:=-](?=[|:=\-\s]*$)/, '\\$&');
}
