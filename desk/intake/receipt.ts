import { KeyObject, sign, type webcrypto } from 'node:crypto';
import type { Receipt, SignedReceipt } from '../../shared/inquiry/index.ts';

/** A private Ed25519 key, as WebCrypto holds it or as JWK. */
export type ReceiptKey = CryptoKey | JsonWebKey;

/** @throws Error when the key cannot sign with Ed25519 */
export async function asSigningKey(key: ReceiptKey): Promise<CryptoKey> {
  if (!(key instanceof CryptoKey)) return crypto.subtle.importKey('jwk', key, 'Ed25519', true, ['sign']);
  if (key.algorithm.name !== 'Ed25519' || !key.usages.includes('sign'))
    throw new Error(`the receipt key must be a private Ed25519 key, not ${key.type} ${key.algorithm.name}`);
  return key;
}

/** The receipt's JSON text, and the signature over exactly that text. */
export async function signReceipt(key: CryptoKey, receipt: Receipt): Promise<SignedReceipt> {
  const text = JSON.stringify(receipt);
  const bytes = Buffer.from(text);
  // Node's own call rather than WebCrypto's: a signature takes less time than handing it to another thread.
  const signature = key.extractable
    ? sign(null, bytes, KeyObject.from(key as webcrypto.CryptoKey))
    : Buffer.from(await crypto.subtle.sign('Ed25519', key, bytes));
  return { receipt: text, signature: signature.toString('base64') };
}
