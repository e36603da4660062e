import { retryAfter } from './backoff.ts';
import type { Inquiry, IntakeError, Receipt, SignedReceipt } from './inquiry.ts';
import type { LaterReason } from './outbox-entry.ts';
import { verifyReceipt } from './receipt.ts';
import { asIntakeError, asSignedReceipt } from './schema.ts';
import { IDEMPOTENCY_HEADER, inquiryBody, intakeAddress } from './wire.ts';

/** How one attempt ended. Only `received` and `refused` settle anything. */
export type SendResult =
  | { state: 'received'; receipt: Receipt; signed: SignedReceipt }
  | { state: 'refused'; error: IntakeError }
  | { state: 'later'; reason: LaterReason; wait: number | null; detail: string };

/** Longest that one attempt may take: 20 MB at a slow 2 Mbit/s still pass. */
const ATTEMPT_MS = 120_000;
/** The desk's way to say that this very inquiry will never be taken as it is. */
const REFUSALS = [400, 413, 415, 422];

/**
 * Sends one inquiry once. Never throws: whatever cannot be settled is `later`.
 * @param deskUrl the desk's address, without `/api`
 * @param receiptKey the desk's raw Ed25519 public key, base64
 */
export async function sendOnce(
  entry: { inquiry: Inquiry; files: Blob[] },
  deskUrl: string,
  receiptKey: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<SendResult> {
  const { inquiry } = entry;
  try {
    // A blob whose bytes are gone would fail inside fetch and look like being offline.
    for (const file of entry.files) await file.slice(0, 1).arrayBuffer();
  } catch (cause) {
    return later('files', cause);
  }
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(intakeAddress(deskUrl), {
      method: 'POST',
      headers: { [IDEMPOTENCY_HEADER]: `"${inquiry.id}"` },
      body: inquiryBody(inquiry, entry.files),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    answer = await response.json().catch(() => null);
  } catch (cause) {
    return later('offline', cause);
  }

  if (response.ok) {
    const signed = asSignedReceipt(answer);
    if (!signed) return later('desk', `${response.status} without a receipt`);
    try {
      return { state: 'received', receipt: await verifyReceipt(signed, receiptKey, inquiry), signed };
    } catch (cause) {
      return later('receipt', cause);
    }
  }
  const error = asIntakeError(answer);
  if (REFUSALS.includes(response.status) && error) return { state: 'refused', error };
  // A proxy before the desk has its own size limit and no words for it.
  if (response.status === 413)
    return { state: 'refused', error: { code: 'files-too-large', message: '413', field: 'files' } };
  const wait = retryAfter(response.headers.get('Retry-After'));
  const reason = [409, 429, 503].includes(response.status) ? 'busy' : 'desk';
  return { state: 'later', reason, wait, detail: error?.code ?? String(response.status) };
}

function later(reason: LaterReason, cause: unknown): SendResult {
  return { state: 'later', reason, wait: null, detail: String(cause) };
}
