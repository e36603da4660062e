/** Address of a desk on this very machine as typed, ending in a slash; null when it is not one. */
export function deskAddress(typed: string): string | null {
  const url = URL.parse(typed.trim());
  const local = url && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  return local && /^https?:$/.test(url.protocol) && !url.username ? `${url.origin}/` : null;
}
