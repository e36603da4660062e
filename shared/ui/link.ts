/** What an address in an article leads to. Anything outside this list is drawn as plain words. */
export type Target =
  | { kind: 'article'; id: string; fragment: string }
  | { kind: 'fragment'; id: string }
  | { kind: 'out'; href: string };

const OUTSIDE = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const ARTICLE = /^article:([a-z0-9][a-z0-9-]*)(?:#(.*))?$/;

/**
 * Reads a link's `href` as the closed list allows (see shared/article/node.ts), or null. The URL parser decides on the
 * scheme, so that control characters and odd case cannot smuggle one in; an address without a scheme is refused.
 */
export function readLink(href: string): Target | null {
  const article = ARTICLE.exec(href);
  if (article) return { kind: 'article', id: article[1]!, fragment: article[2] ?? '' };
  if (href.startsWith('#')) return href.length > 1 ? { kind: 'fragment', id: href.slice(1) } : null;
  const url = URL.parse(href);
  return url && OUTSIDE.has(url.protocol) ? { kind: 'out', href: url.href } : null;
}

/** `https:` pictures as they are, anything else through `imageOf`; null when there is no picture to show. */
export function readImage(src: string, imageOf?: (src: string) => string | null): string | null {
  const given = imageOf ? imageOf(src) : src;
  const url = given === null ? null : URL.parse(given, 'https://relative.invalid/');
  if (!url || given === null) return null;
  if (url.protocol === 'https:' || url.protocol === 'blob:') return given;
  return /^data:image\/(png|jpeg|webp|gif);base64,/.test(given) ? given : null;
}
