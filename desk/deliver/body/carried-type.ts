import { isUtf8 } from 'node:buffer';

const BYTES = 'application/octet-stream';

/**
 * The type under which a file travels so that its bytes arrive as they are. Mail programs and Request Tracker
 * unpack messages inside messages, and turn text of other encodings into UTF-8: those travel as plain bytes.
 */
export function carriedType(type: string, bytes: Uint8Array): string {
  const plain = (type.split(';')[0] ?? '').trim().toLowerCase();
  if (/^(message|multipart)\//.test(plain) || !/^[\w.+-]+\/[\w.+-]+$/.test(plain)) return BYTES;
  if (plain.startsWith('text/')) return isUtf8(bytes) ? `${plain}; charset=utf-8` : BYTES;
  return plain;
}
