import * as v from 'valibot';
import { inquiryHash } from './canonical.ts';
import type { Inquiry, Receipt, SignedReceipt } from './inquiry.ts';

export type ReceiptErrorCode =
  | 'key' // the receipt key is not 32 bytes of base64, or this browser has no Ed25519
  | 'signature' // not signed by that key, or changed since
  | 'malformed' // signed, but no receipt
  | 'other-inquiry' // a receipt for another id
  | 'other-content'; // the right id, but not what was sent

/** A receipt that proves nothing: the inquiry stays in the outbox. */
export class ReceiptError extends Error {
  override name = 'ReceiptError';
  readonly code: ReceiptErrorCode;
  constructor(code: ReceiptErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const receiptSchema = v.object({
  id: v.string(),
  number: v.pipe(v.string(), v.regex(/^\d{4}-\d{6,}$/)),
  received: v.pipe(v.string(), v.isoTimestamp()),
  hash: v.string(),
}) satisfies v.GenericSchema<Receipt>;

/**
 * The receipt inside `signed`, once it is shown that the desk signed it for exactly this inquiry.
 * The bytes are verified before they are parsed.
 * @param receiptKey the desk's raw Ed25519 public key, 32 bytes in base64
 * @throws ReceiptError
 */
export async function verifyReceipt(
  signed: SignedReceipt,
  receiptKey: string,
  inquiry: Inquiry,
): Promise<Receipt> {
  const key = await importKey(receiptKey);
  const signature = fromBase64(signed.signature);
  const bytes = new TextEncoder().encode(signed.receipt);
  if (!signature || !(await crypto.subtle.verify('Ed25519', key, signature, bytes)))
    throw new ReceiptError('signature', "the receipt is not signed with the desk's key");

  const receipt = parseReceipt(signed.receipt);
  if (receipt.id !== inquiry.id)
    throw new ReceiptError('other-inquiry', `the receipt is for ${receipt.id}, not for ${inquiry.id}`);
  if (receipt.hash !== (await inquiryHash(inquiry)))
    throw new ReceiptError('other-content', `the receipt is for another text under ${inquiry.id}`);
  return receipt;
}

async function importKey(base64: string): Promise<CryptoKey> {
  try {
    const raw = fromBase64(base64);
    if (raw?.length !== 32) throw new Error('not 32 bytes in base64');
    return await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
  } catch (cause) {
    throw new ReceiptError('key', `the receipt key of the desk cannot be used: ${cause}`, { cause });
  }
}

function parseReceipt(text: string): Receipt {
  try {
    return v.parse(receiptSchema, JSON.parse(text));
  } catch (cause) {
    throw new ReceiptError('malformed', `the desk signed something that is no receipt: ${cause}`, { cause });
  }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
