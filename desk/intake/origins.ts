/**
 * Whether a page of that origin may send. No cookie and no login is involved: the list keeps other sites from
 * using the form under their name, it does not protect data.
 * @param host the Host header of the request: the desk's own pages may always
 */
export function maySend(origin: string, allowed: string[], host: string | undefined): boolean {
  if (/^(chrome|moz)-extension:\/\/[\w-]+$/.test(origin)) return true;
  if (allowed.some((entry) => entry.replace(/\/+$/, '') === origin)) return true;
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`);
}
