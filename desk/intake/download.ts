import type { Context } from 'hono';

/**
 * Headers for bytes that a stranger sent: always a download, never a page, whatever a browser would like to make of
 * them. The name is only what the browser proposes (RFC 6266, RFC 8187).
 */
export function downloadHeaders(name: string): Record<string, string> {
  const plain = name.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '_');
  const ascii = plain.replace(/[^\x20-\x7e]|%/g, '_');
  const encoded = encodeURIComponent(plain).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'private, no-store',
  };
}

/**
 * Answers with those bytes and no others: drivers hand out views of memory that they share with other answers, and the
 * `slice()` of a Buffer is such a view again.
 */
export const download = (c: Context, bytes: Uint8Array, name: string): Response =>
  c.body(new Uint8Array(bytes).buffer, 200, downloadHeaders(name));
