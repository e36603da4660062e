import type { Inquiry } from './inquiry.ts';

/**
 * JSON text that is the same for equal values: no spaces, keys in UTF-16 code unit order, as in RFC 8785.
 * Keys that hold `undefined` are left out.
 * @throws TypeError for what JSON cannot carry (NaN, Infinity, functions, a bare `undefined`)
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  const text = typeof value === 'number' && !Number.isFinite(value) ? undefined : JSON.stringify(value);
  if (text === undefined) throw new TypeError(`JSON cannot carry ${String(value)}`);
  return text;
}

/** SHA-256 of bytes, or of text as UTF-8: 64 lower-case hex digits. */
export async function sha256Hex(data: Uint8Array<ArrayBuffer> | ArrayBuffer | string): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a receipt vouches for: SHA-256 of the whole inquiry, which names every file by its own hash. */
export function inquiryHash(inquiry: Inquiry): Promise<string> {
  return sha256Hex(canonicalJson(inquiry));
}
