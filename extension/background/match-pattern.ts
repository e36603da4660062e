/**
 * Whether an address fits a WebExtension match pattern such as `https://*.example.com/*`.
 * Source: MDN, "Match patterns in extension manifests". Ports are matched only where the pattern names one.
 */
export function matches(pattern: string, address: string): boolean {
  const [, scheme, host, port, path] = /^(\*|https?):\/\/(\*|[^/:]+)(:\d+)?(\/.*)$/.exec(pattern) ?? [];
  if (!scheme || !host || !path || !URL.canParse(address)) return false;
  const url = new URL(address);
  const schemeFits = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  const bare = host.replace(/^\*\./, '');
  const hostFits =
    host === '*' || url.hostname === bare || (host.startsWith('*.') && url.hostname.endsWith(`.${bare}`));
  const portFits = !port || url.port === port.slice(1);
  return schemeFits && hostFits && portFits && wild(path, url.pathname + url.search);
}

function wild(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const last = index === rest.length - 1;
    const found = last ? text.length - piece.length : text.indexOf(piece, at);
    if (found < at || !text.startsWith(piece, found)) return false;
    at = found + piece.length;
  }
  return rest.length > 0 || at === text.length;
}
