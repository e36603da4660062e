/** Cheap likeness of short texts, for every script: pairs of neighbouring characters, no word list. */

/** 0 … 1 over character pairs; one text inside the other counts more than pairs tell, other numbers count less. */
export function alike(a: string, b: string): number {
  a = a.toLowerCase();
  b = b.toLowerCase();
  if (a === b) return a ? 1 : 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const left = new Map<string, number>();
  const pair = (text: string, at: number): string => text.slice(at, at + 2);
  for (let at = 1; at < long.length; at++)
    left.set(pair(long, at - 1), (left.get(pair(long, at - 1)) ?? 0) + 1);
  let shared = 0;
  for (let at = 1; at < short.length; at++) {
    const many = left.get(pair(short, at - 1));
    if (many) left.set(pair(short, at - 1), many - 1);
    if (many) shared++;
  }
  const inside = short.length > 2 && long.includes(short) ? 0.5 + (0.4 * short.length) / long.length : 0;
  const like = Math.max(inside, (2 * shared) / Math.max(1, a.length + b.length - 2));
  // `Rule 1` is not `Rule 2`.
  return `${a.match(/\d+/g)}` === `${b.match(/\d+/g)}` ? like : 0.6 * like;
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hash32(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Too short to be turned back into what it came from: 20 bits. */
export function blur(text: string): string {
  return `#${(hash32(text) >>> 12).toString(36)}`;
}

/** Whether a kept text and a text of the page are the same words, blurred or not. */
export function sameText(kept: string, shown: string): boolean {
  if (!kept || !shown) return false;
  return (
    kept === shown ||
    (kept[0] === '#' && shown[0] !== '#' && kept === blur(shown)) ||
    (shown[0] === '#' && shown === blur(kept))
  );
}

/** Made by a machine and new with every build or load: hashes, counters, uuids. */
export function looksGenerated(token: string): boolean {
  return (
    /^[:\d]|[0-9a-f]{8,}|\d{4,}|[-_:]\d+$|^(?:ember|react|radix|mui|headlessui|select2|ui-id|yui|ext-gen|gen|input|v|el-id|svelte|css|sc|jss)[-_:]?[\w]*\d/i.test(
      token,
    ) ||
    (token.length > 5 && /\d[a-z]+\d|[a-z]\d[a-z]/i.test(token) && !/[-_]/.test(token))
  );
}

/** The part of an address that says what it leads to: path words and query, no host, no tokens, no numbers. */
export function hrefParts(href: string | null): string[] {
  return (href ?? '')
    .replace(/^javascript:|^[a-z]+:\/\/[^/]*/i, '')
    .split(/[/?&#;=(),'"\s]+/)
    .map((part) => part.replace(/\.(?:php|html?|aspx?|jsp|cgi|pl|do)$/i, '').toLowerCase())
    .filter((part) => part && !/^(?:\.+|void|return|false|this|\d+)$|[0-9a-f]{12,}/.test(part))
    .slice(0, 8);
}
