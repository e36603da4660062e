/** Cheap likeness of short texts, for every script: pairs of neighbouring characters, no word list. */

/** Dice coefficient over character pairs, 0 … 1. Both texts are folded already. */
export function dice(a: string, b: string): number {
  if (a === b) return a ? 1 : 0;
  if (a.length < 2 || b.length < 2) return 0;
  const counts = new Map<string, number>();
  for (let i = 0; i < a.length - 1; i++) {
    const pair = a.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i < b.length - 1; i++) {
    const pair = b.slice(i, i + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

/** Share of common members, 0 … 1; 0 when either is empty. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const set = new Set(b);
  let shared = 0;
  for (const one of new Set(a)) if (set.has(one)) shared++;
  return shared / (new Set(a).size + set.size - shared);
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

/** An id, name or class as words: `rcmfd_showEmail2` -> rcmfd, show, email. */
export function parts(token: string): string[] {
  return token
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length > 1);
}

/** Made by a machine and new with every build or load: hashes, counters, uuids. */
export function looksGenerated(token: string): boolean {
  if (
    /^[:\d]|[0-9a-f]{8,}|\d{4,}|^(?:ember|react|radix|mui|headlessui|select2|ui-id|yui|ext-gen|gen|input|v|el-id|svelte|css|sc|jss)[-_:]?[\w]*\d/i.test(
      token,
    )
  )
    return true;
  return (
    /[-_:]\d+$/.test(token) ||
    (token.length > 5 && /\d[a-z]+\d|[a-z]\d[a-z]/i.test(token) && !/[-_]/.test(token))
  );
}

/** The part of an address that says what it leads to: path words and query, no host, no tokens, no numbers. */
export function hrefParts(href: string | null): string[] {
  if (!href) return [];
  const call = /^javascript:\s*(.*)/i.exec(href);
  const text = call ? call[1]! : href.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return text
    .split(/[/?&#;=(),'"\s]+/)
    .map((part) => part.replace(/\.(?:php|html?|aspx?|jsp|cgi|pl|do)$/i, '').toLowerCase())
    .filter(
      (part) => part && part !== '.' && part !== '..' && part !== 'void' && !/^\d+$|[0-9a-f]{12,}/.test(part),
    )
    .slice(0, 8);
}
