/** Address of a draft on this very machine as typed, made whole (ends in a slash); null when it is not one. */
export function draftAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  const local = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (!local || url.protocol !== 'http:' || url.username || url.search || url.hash) return null;
  // The address of the desk alone means its draft.
  const path = url.pathname === '/' ? '/draft/' : url.pathname.replace(/\/?$/, '/');
  return `${url.origin}${path}`;
}
