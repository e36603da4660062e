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

/**
 * The address to draw a picture from, or null when its words are shown instead. Without `imageOf` only `https:` pictures
 * are drawn; with it, what the face makes of the source: also its own relative path or `blob:`.
 */
export function readImage(src: string, imageOf?: (src: string) => string | null): string | null {
  const given = imageOf ? imageOf(src) : src;
  if (given === null) return null;
  if (imageOf && /^(?!\/\/)[\w./-]+$/.test(given)) return given;
  const url = URL.parse(given);
  return url && (url.protocol === 'https:' || (imageOf && url.protocol === 'blob:')) ? url.href : null;
}
