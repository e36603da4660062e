/**
 * The address of a bundle directory as typed, made whole (ends in a slash), or null when it is not one.
 * Plain http is for a desk on this very machine only.
 */
export function bundleAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  if (!url || url.username || url.password || url.search || url.hash) return null;
  const local = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
