import type { Inline } from '../../article/node.ts';
import { inlineText } from '../../article/text.ts';
import { splitSegments } from '../parse/segments.ts';
import { readQuotes } from './quotes.ts';
import { addSpan, type Masked, type Span } from './span.ts';

const LONGEST_STRONG = 45;

/** The words of one line with every mark (bracket, quote, bold, code, link) taken out as a span. */
export function mask(nodes: readonly Inline[]): Masked {
  const spans: Span[] = [];
  return { text: maskNodes(nodes, spans), spans };
}

function maskNodes(nodes: readonly Inline[], spans: Span[]): string {
  return nodes.map((node) => maskNode(node, spans)).join('');
}

function maskNode(node: Inline, spans: Span[]): string {
  switch (node.t) {
    case 'text':
      return maskQuotes(node.text, spans);
    case 'label':
      return put(spans, 'label', node.path);
    case 'code':
      return put(spans, 'value', [node.text]);
    case 'break':
      return ' ';
    case 'strike':
      return '';
    case 'link': {
      const words = inlineText(node.kids).trim();
      // A link inside the house is a reference; only addresses of sites are gone to.
      if (!/^https?:/iu.test(node.href)) return words;
      if (words === node.href || node.kids.some((kid) => kid.t !== 'text'))
        return maskNodes(node.kids, spans);
      return put(spans, 'link', [words], node.href);
    }
    case 'strong':
    case 'em': {
      if (node.kids.some((kid) => kid.t !== 'text')) return maskNodes(node.kids, spans);
      const words = inlineText(node.kids).trim();
      // A bold sentence or a bold "주의:" is emphasis, not a label.
      if (words.length > LONGEST_STRONG || /[:：.。!?]$/u.test(words)) return maskNodes(node.kids, spans);
      return put(
        spans,
        node.t === 'em' ? 'object' : 'strong',
        node.t === 'em' ? [words] : splitSegments(words),
      );
    }
  }
}

function maskQuotes(text: string, spans: Span[]): string {
  let out = '';
  let at = 0;
  for (const quote of readQuotes(text)) {
    const path = splitSegments(quote.inner);
    if (path.length === 0) continue;
    out += text.slice(at, quote.start) + put(spans, 'quote', path);
    at = quote.end;
  }
  return out + text.slice(at);
}

function put(spans: Span[], kind: Span['kind'], path: string[], href: string | null = null): string {
  if (path.length === 0) return '';
  return addSpan(spans, { kind, path, marked: true, href }) ?? path.join(' ');
}
