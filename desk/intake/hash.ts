import { createHash, createHmac } from 'node:crypto';
import { canonicalJson, type Inquiry, sha256Hex } from '../../shared/inquiry/index.ts';

/** Above this many bytes a hash is worth a thread of its own; below it, asking for one costs more than the hash. */
const WORTH_A_THREAD = 256 * 1024;

/** SHA-256 in lower-case hex, like `sha256Hex`. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (bytes.byteLength > WORTH_A_THREAD) return sha256Hex(bytes);
  return createHash('sha256').update(bytes).digest('hex');
}

/** The same as `inquiryHash`, which is made for browsers. */
export const hashOfInquiry = (inquiry: Inquiry): string =>
  createHash('sha256').update(canonicalJson(inquiry)).digest('hex');

/** HMAC-SHA-256 in lower-case hex. */
export const hmacOf = (secret: string, data: string | Uint8Array): string =>
  createHmac('sha256', secret).update(data).digest('hex');
