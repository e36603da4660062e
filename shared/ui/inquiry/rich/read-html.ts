import { readLink } from '../../link.ts';
import { type Doc, type Line, type LineKind, tidyRuns } from './doc.ts';

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!?\/?([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|[^<]+|</gi;
const BLOCK =
  /^(address|article|aside|blockquote|body|center|d[dlt]|div|fieldset|fig\w+|footer|form|h[1-6]|header|hr|html|li|main|nav|[ou]l|p|pre|section|table|tbody|tfoot|thead|tr)$/;
/** What stands between their tags is not for reading. */
const SILENT = /^(head|iframe|noscript|object|option|script|style|svg|template|textarea|title)$/;
const VOID = /^(area|base|br|col|hr|img|input|link|meta|wbr)$/;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

interface Open {
  tag: string;
  kind: LineKind;
  bold: boolean;
  italic: boolean;
  href?: string;
}

/**
 * What was copied from a page or a word processor, as lines of ours: words, paragraphs, headings, lists, bold, italic
 * and links, and nothing else. Read from the text itself, since a strict page lets nobody parse HTML into elements.
 */
export function readHtml(html: string): Doc {
  const lines: Line[] = [];
  const stack: Open[] = [{ tag: '', kind: 'text', bold: false, italic: false }];
  let line: Line | null = null;
  let silent = '';
  // Where a clipboard says what was really copied.
  const source = /<!--StartFragment-->([\s\S]*?)<!--EndFragment-->/.exec(html)?.[1] ?? html;

  const write = (text: string) => {
    const { kind, bold, italic, href } = stack.at(-1)!;
    // Space between two blocks is none.
    const words = line?.runs.length ? text : text.trimStart();
    if (!words) return;
    if (!line) {
      line = { kind, runs: [] };
      lines.push(line);
    }
    line.runs.push({ text: words, bold, italic, ...(href && { href }) });
  };
  for (const [token, name = '', attributes = ''] of source.matchAll(TOKEN)) {
    const tag = name.toLowerCase();
    if (silent) {
      if (tag === silent && token[1] === '/') silent = '';
    } else if (token.startsWith('<!')) {
      // A comment, or the document's type.
    } else if (!tag) write(decode(token).replace(/[\s\u00a0]+/g, ' '));
    else if (tag === 'br') line = null;
    else if (token[1] === '/') {
      const at = stack.findLastIndex((open) => open.tag === tag);
      if (at > 0) stack.length = at;
      if (BLOCK.test(tag)) line = null;
    } else if (SILENT.test(tag)) silent = token.endsWith('/>') ? '' : tag;
    else {
      if (BLOCK.test(tag)) line = null;
      else if (/^t[dh]$/.test(tag) && line) write(' | ');
      if (!VOID.test(tag)) stack.push(opened(tag, attributes, stack));
    }
  }
  return lines
    .map(({ kind, runs }) => ({ kind, runs: tidyRuns(runs) }))
    .filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
}

function opened(tag: string, attributes: string, stack: readonly Open[]): Open {
  const made: Open = { ...stack.at(-1)!, tag };
  const attribute = (name: string) => {
    const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+))`, 'i').exec(
      attributes,
    );
    return found ? decode(found[1] ?? found[2] ?? found[3] ?? '') : '';
  };
  if (/^h[1-6]$/.test(tag)) made.kind = 'heading';
  else if (tag === 'li')
    made.kind = stack.findLast((open) => /^[ou]l$/.test(open.tag))?.tag === 'ol' ? 'number' : 'bullet';
  const style = attribute('style');
  if (/^(b|strong)$/.test(tag)) made.bold = true;
  if (/^(i|em)$/.test(tag)) made.italic = true;
  // Some editors say everything by style, and wrap it all in a <b> of normal weight.
  const weight = /font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  if (weight) made.bold = /^(bold|[6-9]00)/i.test(weight);
  const slant = /font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  if (slant) made.italic = /^(italic|oblique)/i.test(slant);
  if (tag === 'a') {
    const target = readLink(attribute('href'));
    if (target?.kind === 'out') made.href = target.href;
  }
  return made;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
  });
}
