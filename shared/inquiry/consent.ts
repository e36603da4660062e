import { canonicalJson, sha256Hex } from './canonical.ts';
import type { ConsentRecord, ConsentText } from './inquiry.ts';

/** SHA-256 hex of a consent text as it was shown: every notice counts, key order does not. */
export function consentHash(text: ConsentText): Promise<string> {
  return sha256Hex(canonicalJson(text));
}

/** The record of having agreed to `text` at `when`. */
export async function agree(text: ConsentText, when: Date): Promise<ConsentRecord> {
  return { version: text.version, hash: await consentHash(text), agreed: when.toISOString() };
}
