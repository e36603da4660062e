import type { Inline } from '../../article/node.ts';

/** A marked piece of a line: what kind of mark it wore and what it says. */
export interface Span {
  kind: 'label' | 'quote' | 'strong' | 'object' | 'value' | 'link' | 'path';
  /** Segments, outermost first. */
  path: string[];
  /** True where the author marked it; a path without marks is found by its separators only. */
  marked: boolean;
  href: string | null;
}

/** One line with its spans taken out: each is one private-use character, so that grammar sees words only. */
export interface Masked {
  text: string;
  spans: Span[];
}

const FIRST = 0xe000;
const MOST = 0x7f0;
/** Stands for the first span of a line. */
export const SPAN_FIRST = String.fromCharCode(FIRST);
/** For use inside other expressions. */
export const SPAN_CLASS = '\\ue000-\\ue7ef';
export const SPAN_CHAR = /[\ue000-\ue7ef]/u;
const SPAN_PART = /([\ue000-\ue7ef])/u;
export const SPAN_CHARS = /[\ue000-\ue7ef]/gu;

/** The character that stands for a new span, or null when a line holds absurdly many. */
export function addSpan(spans: Span[], span: Span): string | null {
  if (spans.length >= MOST) return null;
  spans.push(span);
  return String.fromCharCode(FIRST + spans.length - 1);
}

export function spanOf(char: string, spans: readonly Span[]): Span | null {
  return spans[char.charCodeAt(0) - FIRST] ?? null;
}

/** Masked words as nodes again, for the card of one step. */
export function unmaskNodes(text: string, spans: readonly Span[]): Inline[] {
  const out: Inline[] = [];
  for (const part of text.replace(/\s+/gu, ' ').trim().split(SPAN_PART)) {
    const span = part.length === 1 && SPAN_CHAR.test(part) ? spanOf(part, spans) : null;
    if (span) out.push(node(span));
    else if (part) out.push({ t: 'text', text: part });
  }
  return out;
}

function node(span: Span): Inline {
  const words = span.path.join(' > ');
  if (span.kind === 'value') return { t: 'code', text: words };
  if (span.kind === 'object') return { t: 'em', kids: [{ t: 'text', text: words }] };
  if (span.kind === 'link' && span.href)
    return { t: 'link', href: span.href, kids: [{ t: 'text', text: words }] };
  return { t: 'label', path: span.path };
}
