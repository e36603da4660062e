import type { Lexer, Token, Tokens } from 'marked';
import type { Inline } from '../../article/node.ts';
import { readBrackets } from './brackets.ts';
import { safeHref, safeImage } from './href.ts';
import { ESCAPED_CLOSE, ESCAPED_OPEN, readLabels } from './label.ts';
import type { Report } from './report.ts';

/** Emphasis that touches a bracket (`**[저장]**을`) does not close before a Korean particle: the bracket alone marks it. */
const MARKED_BRACKET = /(\*\*|__|\*|_|`)([[［][^[\]［］\n]{1,80}[\]］])\1/gu;

/** Brackets inside code or behind a backslash are no labels. */
const CODE = /`[^`]*`|\\\[/gu;
const MOST_MARKS = 200;
const SPECIAL = /[\\`*_~<&@]|\](?:\(|\[|:)|https?:|www\.|!\[/iu;

/** The nodes of one line of Markdown. Raw HTML is dropped and reported; only its words stay. */
export function readInline(
  source: string,
  lexer: Lexer,
  line: number,
  report: Report,
  title: boolean,
): Inline[] {
  if (source.includes('[') && readBrackets(source.replace(CODE, '')).unclosed.length > 0)
    report.unclosedBracket(line);
  // Most lines hold brackets and words only; those need no second parser.
  if (!SPECIAL.test(source)) return trim(readLabels(source, title));
  // Hundreds of emphasis marks on one line are noise, and pairing them takes time with their square.
  if ((source.match(/[*_~]/gu)?.length ?? 0) > MOST_MARKS)
    return trim(readLabels(source.replace(/\\(?=[!-/:-@[-`{-~])/gu, ''), title));
  const tokens = lexer.inlineTokens(source.replace(MARKED_BRACKET, '$2'), []);
  return trim(fromTokens(tokens, { line, report, title }));
}

interface Place {
  line: number;
  /** The line is no list item: a bracket that fills it is a title. */
  title: boolean;
  report: Report;
}

function fromTokens(tokens: readonly Token[], place: Place): Inline[] {
  const out: Inline[] = [];
  let text = '';
  const flush = () => {
    if (text) out.push(...readLabels(text, place.title));
    text = '';
  };
  for (const token of tokens) {
    const words = plainText(token);
    if (words !== null) {
      text += words;
      continue;
    }
    const nodes = fromToken(token, place);
    if (typeof nodes === 'string') text += nodes;
    else {
      flush();
      out.push(...nodes);
    }
  }
  flush();
  return out;
}

function plainText(token: Token): string | null {
  if (token.type === 'escape') {
    const text = (token as Tokens.Escape).text;
    return text === '[' ? ESCAPED_OPEN : text === ']' ? ESCAPED_CLOSE : text;
  }
  if (token.type === 'text' && !('tokens' in token && token.tokens?.length)) return decodeEntities(token.raw);
  return null;
}

/** Nodes, or words that belong to the running text. */
function fromToken(token: Token, place: Place): Inline[] | string {
  switch (token.type) {
    case 'text':
      return fromTokens((token as Tokens.Text).tokens ?? [], place);
    case 'strong':
    case 'em': {
      const kids = fromTokens((token as Tokens.Strong).tokens, place);
      return kids.length ? [{ t: token.type, kids }] : [];
    }
    case 'del': {
      const kids = fromTokens((token as Tokens.Del).tokens, place);
      return kids.length ? [{ t: 'strike', kids }] : [];
    }
    case 'codespan':
      return [{ t: 'code', text: (token as Tokens.Codespan).raw.replace(/^`+ ?| ?`+$/g, '') }];
    case 'br':
      return [{ t: 'break' }];
    case 'link':
      return link(token as Tokens.Link, place);
    case 'image': {
      const { text } = token as Tokens.Image;
      return text ? ` ${decodeEntities(text)} ` : '';
    }
    case 'html':
      return html(token.raw, place);
    default:
      return decodeEntities(token.raw);
  }
}

function link(token: Tokens.Link, place: Place): Inline[] | string {
  const href = safeHref(token.href);
  // `[펜](pen)` is a label with its reading, not a link: only real addresses make links.
  if (!href) {
    if (/^[a-z]+:/iu.test(token.href)) place.report.unsafeLink(place.line, token.href);
    return decodeEntities(token.raw);
  }
  const kids = fromTokens(token.tokens, place);
  return kids.length ? [{ t: 'link', href, kids }] : [];
}

function html(raw: string, place: Place): Inline[] | string {
  if (/^<br\s*\/?>$/iu.test(raw)) return [{ t: 'break' }];
  if (!raw.startsWith('<!--')) place.report.rawHtml(place.line, raw);
  return '';
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** marked leaves entities in its text tokens; a reader should see the sign. */
function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
      ? String.fromCodePoint(code)
      : '';
  });
}

/** No spaces at the two ends of a line, and no empty text. */
function trim(nodes: Inline[]): Inline[] {
  const first = nodes[0];
  if (first?.t === 'text') first.text = first.text.trimStart();
  const last = nodes.at(-1);
  if (last?.t === 'text') last.text = last.text.trimEnd();
  return nodes.filter((node) => node.t !== 'text' || node.text !== '');
}

/** The address of a picture, or null where it must not be loaded. */
export { safeImage };
