import { Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import type { Block, Inline, ListItem, NoteTone } from '../../article/node.ts';
import { inlineText } from '../../article/text.ts';
import { headingId } from './heading-id.ts';
import { wordsOfHtml } from './html-words.ts';
import { readInline, safeImage } from './inline.ts';
import { type Marker, readMarker } from './marker.ts';
import { type ParagraphLine, paragraphLines } from './paragraph.ts';
import type { Report } from './report.ts';
import type { SourceLine } from './source-line.ts';

/** A pasted manual is indented for looks: four spaces never mean program code here. */
class ManualTokenizer extends Tokenizer {
  override code(): undefined {
    return undefined;
  }

  /** A line under a paragraph is a line between tasks, not a heading mark for all of the paragraph. */
  override lheading(): undefined {
    return undefined;
  }
}

export interface Parsed {
  blocks: Block[];
  lines: SourceLine[];
}

interface Place {
  line: number;
  depth: number;
  role: 'text' | 'note' | 'quote';
  tone: NoteTone | null;
}

const ALERT = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*(?:\n|$)/iu;
const TONES: Record<string, NoteTone> = {
  NOTE: 'note',
  TIP: 'tip',
  IMPORTANT: 'caution',
  WARNING: 'caution',
  CAUTION: 'caution',
};

/** Markdown in; the article's blocks and, from the same parse, the written lines in reading order. */
export function parseBlocks(markdown: string, report: Report): Parsed {
  return new Builder(report).run(markdown);
}

class Builder {
  readonly lines: SourceLine[] = [];
  readonly #lexer = new Lexer({ gfm: true, tokenizer: new ManualTokenizer() });
  readonly #report: Report;
  readonly #ids = new Map<string, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  run(markdown: string): Parsed {
    const tokens = this.#lexer.blockTokens(markdown, []);
    const blocks = this.#blocks(tokens, { line: 1, depth: 0, role: 'text', tone: null });
    return { blocks, lines: this.lines };
  }

  #blocks(tokens: readonly Token[], place: Place): Block[] {
    const out: Block[] = [];
    let line = place.line;
    for (const token of tokens) {
      out.push(...this.#block(token, { ...place, line: line + leadingBreaks(token.raw) }));
      line += breaks(token.raw);
    }
    return out;
  }

  #block(token: Token, place: Place): Block[] {
    switch (token.type) {
      case 'heading':
        return this.#heading(token as Tokens.Heading, place);
      case 'paragraph':
      case 'text':
        return this.#paragraph((token as Tokens.Paragraph).text, place);
      case 'list':
        return this.#list(token as Tokens.List, place);
      case 'blockquote':
        return this.#quote(token as Tokens.Blockquote, place);
      case 'code':
        this.#emit(place, 'code', null, [{ t: 'code', text: (token as Tokens.Code).text }]);
        return [{ t: 'code', text: (token as Tokens.Code).text }];
      case 'table':
        return [this.#table(token as Tokens.Table, place)];
      case 'hr':
        this.#emit(place, 'rule', null, []);
        return [{ t: 'rule' }];
      case 'html':
        return this.#html(token.raw, place);
      default:
        return [];
    }
  }

  #heading(token: Tokens.Heading, place: Place): Block[] {
    const kids = this.#inline(token.text, place.line);
    if (kids.length === 0) return [];
    // The page's own title is level 1; what an article holds begins below it.
    const level = Math.min(Math.max(token.depth, 2), 4) as 2 | 3 | 4;
    this.lines.push({
      line: place.line,
      depth: place.depth,
      marker: null,
      role: 'heading',
      level: token.depth,
      tone: null,
      kids,
    });
    return [{ t: 'heading', level, id: headingId(inlineText(kids), this.#ids), kids }];
  }

  #paragraph(text: string, place: Place): Block[] {
    const out: Block[] = [];
    let kids: Inline[] = [];
    const flush = () => {
      if (kids.length) out.push({ t: 'para', kids });
      kids = [];
    };
    for (const part of paragraphLines(text)) {
      const line = place.line + part.offset;
      const picture = onlyPicture(part, this.#lexer);
      if (picture) {
        flush();
        out.push(...this.#image(picture, { ...place, line }));
        continue;
      }
      const nodes = this.#inline(part.text, line, part.marker === null && place.depth === 0);
      if (part.marker) {
        flush();
        this.#emit({ ...place, line, depth: place.depth + 1 }, place.role, part.marker, nodes);
        pushItem(out, part.marker, nodes);
      } else if (nodes.length) {
        this.#emit({ ...place, line }, place.role, null, nodes);
        kids = kids.length ? [...kids, { t: 'break' }, ...nodes] : nodes;
      }
    }
    flush();
    return out;
  }

  #list(token: Tokens.List, place: Place): Block[] {
    const items: ListItem[] = [];
    let line = place.line;
    for (const item of token.items) {
      const lead = leadingBreaks(item.raw);
      items.push(this.#item(item, token.ordered, { ...place, line: line + lead, depth: place.depth + 1 }));
      line += breaks(item.raw);
    }
    return [{ t: 'list', ordered: token.ordered, items }];
  }

  #item(item: Tokens.ListItem, ordered: boolean, place: Place): ListItem {
    const written = readMarker(item.raw.trimStart())?.marker ?? null;
    const from = this.lines.length;
    const kids = this.#blocks(item.tokens, place);
    const first = this.lines[from];
    if (first && first.line <= place.line + 1) first.marker = markerOf(first, written);
    else this.lines.splice(from, 0, { ...place, marker: written, level: 0, kids: [] });
    // A star may be a footnote sign; it is kept so that printing keeps it.
    return { marker: ordered || written?.text === '*' ? (written?.text ?? null) : null, kids };
  }

  #quote(token: Tokens.Blockquote, place: Place): Block[] {
    const alert = ALERT.exec(token.text);
    const tone = alert ? TONES[alert[1]!.toUpperCase()]! : null;
    const unknown = alert ? null : /^\[!([^\]\n]{1,30})\]/u.exec(token.text);
    if (unknown) this.#report.unknownCallout(place.line, unknown[1]!);
    const inner = alert ? token.text.slice(alert[0].length) : token.text;
    const tokens = this.#lexer.blockTokens(inner, []);
    const line = place.line + (alert ? breaks(alert[0]) : 0);
    const kids = this.#blocks(tokens, { ...place, line, role: tone ? 'note' : 'quote', tone });
    if (kids.length === 0) return [];
    return tone ? [{ t: 'note', tone, kids }] : [{ t: 'quote', kids }];
  }

  #table(token: Tokens.Table, place: Place): Block {
    const cell = (at: number) => (part: Tokens.TableCell) => this.#inline(part.text, at);
    const head = token.header.map(cell(place.line));
    const rows = token.rows.map((row, i) => row.map(cell(place.line + 2 + i)));
    this.#emit(place, 'table', null, head.flat());
    rows.forEach((row, i) => {
      this.#emit({ ...place, line: place.line + 2 + i }, 'table', null, row.flat());
    });
    return { t: 'table', head, rows };
  }

  #html(raw: string, place: Place): Block[] {
    const words = wordsOfHtml(raw);
    if (words.tag) this.#report.rawHtml(place.line, words.tag);
    return words.text ? this.#paragraph(words.text, place) : [];
  }

  #image(picture: Tokens.Image, place: Place): Block[] {
    const src = safeImage(picture.href);
    this.#emit(place, 'image', null, [{ t: 'text', text: picture.text }]);
    if (!src) {
      this.#report.unsafeLink(place.line, picture.href);
      return [];
    }
    return [{ t: 'image', src, alt: picture.text }];
  }

  #inline(source: string, line: number, title = true): Inline[] {
    return readInline(source, this.#lexer, line, this.#report, title);
  }

  #emit(place: Place, role: SourceLine['role'], marker: Marker | null, kids: Inline[]): void {
    const { line, depth, tone } = place;
    this.lines.push({ line, depth, marker, role, level: 0, tone, kids });
  }
}

/** A bullet that only wraps a written number (`- ① 저장`) gives way to the number. */
function markerOf(first: SourceLine, written: Marker | null): Marker | null {
  return first.marker ?? written;
}

const COUNTED = /^(?:\d{1,9}[.)])$/;

/** Lines with markers that Markdown does not know (①, (1)) become lists of their own. */
function pushItem(out: Block[], marker: Marker, kids: Inline[]): void {
  const ordered = marker.kind !== 'bullet' && marker.kind !== 'arrow';
  const sign = /^[-+]$/.test(marker.text) ? null : marker.text;
  const item: ListItem = { marker: sign, kids: kids.length ? [{ t: 'para', kids }] : [] };
  const last = out.at(-1);
  // `2.` and `①` in one list could not be printed as one.
  const alike =
    last?.t === 'list' && COUNTED.test(last.items.at(-1)?.marker ?? '') === COUNTED.test(sign ?? '');
  if (last?.t === 'list' && last.ordered === ordered && alike) last.items.push(item);
  else out.push({ t: 'list', ordered, items: [item] });
}

function onlyPicture(part: ParagraphLine, lexer: Lexer): Tokens.Image | null {
  if (part.marker || !part.text.startsWith('![')) return null;
  const tokens = lexer.inlineTokens(part.text, []);
  return tokens.length === 1 && tokens[0]!.type === 'image' ? (tokens[0] as Tokens.Image) : null;
}

function breaks(raw: string): number {
  let n = 0;
  for (let i = raw.indexOf('\n'); i >= 0; i = raw.indexOf('\n', i + 1)) n++;
  return n;
}

function leadingBreaks(raw: string): number {
  let n = 0;
  for (const c of raw) {
    if (c === '\n') n++;
    else if (c !== ' ' && c !== '\t') break;
  }
  return n;
}
