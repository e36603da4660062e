import { lexer, type Token, type Tokens } from 'marked';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/**
 * What a stranger wrote as Markdown, as HTML for a mail or a ticket. A closed set of elements, none with an
 * attribute but a link's address: HTML in the text is shown as text, pictures as links, so nothing loads.
 */
export function markdownHtml(markdown: string): string {
  return blocks(lexer(markdown, { gfm: true, breaks: true }));
}

const blocks = (tokens: Token[]): string => tokens.map(block).join('');

function block(token: Token): string {
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'hr':
      return '<hr>';
    case 'heading':
      return `<p><strong>${inline(token.tokens ?? [])}</strong></p>`;
    case 'paragraph':
      return `<p>${inline(token.tokens ?? [])}</p>`;
    case 'blockquote':
      return `<blockquote>${blocks(token.tokens ?? [])}</blockquote>`;
    case 'code':
      return `<pre>${escapeHtml(token.text)}</pre>`;
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      const tag = ordered ? 'ol' : 'ul';
      return `<${tag}>${items.map((item) => `<li>${blocks(item.tokens)}</li>`).join('')}</${tag}>`;
    }
    case 'text':
      return token.tokens ? inline(token.tokens) : escapeHtml(token.text);
    default:
      return `<p>${escapeHtml(token.raw.trim()).replaceAll('\n', '<br>')}</p>`;
  }
}

const inline = (tokens: Token[]): string => tokens.map(span).join('');

function span(token: Token): string {
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return `<${token.type}>${inline(token.tokens ?? [])}</${token.type}>`;
    case 'codespan':
      return `<code>${escapeHtml(token.text)}</code>`;
    case 'br':
      return '<br>';
    case 'link':
    case 'image':
      return link(token.href, token.tokens?.length ? inline(token.tokens) : escapeHtml(token.text));
    case 'escape':
    case 'text':
      return escapeHtml(decoded(token.text));
    default:
      return escapeHtml(token.raw);
  }
}

/** Addresses that a mail program may open; any other is shown, not linked. */
function link(href: string, shown: string): string {
  return /^(https?:\/\/|mailto:)[^\s"<>]+$/i.test(href)
    ? `<a href="${escapeHtml(href)}">${shown}</a>`
    : shown;
}

/** marked leaves the entities of the text in place. */
const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
