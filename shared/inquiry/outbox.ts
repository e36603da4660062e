import { canonicalJson } from './canonical.ts';
import type { Inquiry, Receipt, SignedReceipt } from './inquiry.ts';
import type { OutboxEntry, StoredDraft, StoredReceipt } from './outbox-entry.ts';

export const RECEIPTS_KEPT = 50;

/** Drafts, inquiries on their way and receipts of one browser profile. Every tab of an origin shares it. */
export interface Outbox {
  readonly name: string;
  /** @throws OtherTextError when the inquiry of that id is on its way or has arrived: another tab has sent it */
  saveDraft(draft: StoredDraft): Promise<void>;
  /** The draft of that id; without one, the draft saved last. */
  loadDraft(id?: string): Promise<StoredDraft | null>;
  dropDraft(id: string): Promise<void>;
  /**
   * Keeps an inquiry until its receipt comes and drops the draft of its id, both or neither. A refused entry of the
   * same id is replaced, which is how it is mended; the same inquiry once more is due at once. Resolves when it is
   * on disk.
   * @param trap what was in the field that people do not see
   * @throws OtherTextError when another text of that id is on its way or has arrived; a new id settles it
   * @throws DOMException QuotaExceededError when the disk is full; the draft is then still there
   */
  put(inquiry: Inquiry, files: Blob[], now?: number, trap?: string): Promise<OutboxEntry>;
  /** All entries, oldest first. */
  list(): Promise<OutboxEntry[]>;
  get(id: string): Promise<OutboxEntry | null>;
  /** Records how an attempt ended. Nothing happens when the entry was removed or replaced meanwhile. */
  update(entry: OutboxEntry): Promise<void>;
  /** The only way out for an inquiry that arrived: the receipt comes in and the entry leaves, both or neither. */
  settle(inquiry: Inquiry, receipt: Receipt, signed: SignedReceipt): Promise<void>;
  /** The last receipts, newest first. */
  receipts(): Promise<StoredReceipt[]>;
  /** The person gives an entry up. */
  remove(id: string): Promise<void>;
  /** Forgets drafts, receipts and refused entries; what still waits to be sent stays. */
  forget(): Promise<void>;
  /** Calls `listener` after every change of entries or receipts, in whichever tab. Returns the stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** The id stands for another text, which was sent first and must not be written over. */
export class OtherTextError extends Error {
  override name = 'OtherTextError';
  readonly id: string;
  constructor(id: string) {
    super(`inquiry ${id} was sent before, with another text`);
    this.id = id;
  }
}

export function isSame(entry: OutboxEntry, inquiry: Inquiry): boolean {
  return canonicalJson(entry.inquiry) === canonicalJson(inquiry);
}

/**
 * What `put` stores in place of `stored`.
 * @param hash `inquiryHash(inquiry)`
 * @param arrived the receipt of that id, when there is one
 * @throws OtherTextError
 */
export function nextEntry(
  stored: OutboxEntry | undefined,
  arrived: StoredReceipt | undefined,
  { inquiry, files, now, trap, hash }: NewEntry,
): OutboxEntry {
  if (arrived && arrived.receipt.hash !== hash) throw new OtherTextError(inquiry.id);
  if (stored && isSame(stored, inquiry)) {
    // The attempts go on counting, and whoever is sending it is not disturbed.
    const state = stored.state === 'sending' ? 'sending' : 'waiting';
    return { ...stored, state, nextAttempt: now, error: null };
  }
  if (stored && stored.state !== 'refused') throw new OtherTextError(inquiry.id);
  return {
    ...{ inquiry, files, state: 'waiting', created: now, attempts: 0, nextAttempt: now },
    ...{ reason: null, error: null, ...(trap ? { trap } : {}) },
  };
}

interface NewEntry {
  inquiry: Inquiry;
  files: Blob[];
  now: number;
  trap: string;
  hash: string;
}

export function newestFirst(receipts: StoredReceipt[]): StoredReceipt[] {
  return receipts.sort((a, b) => Date.parse(b.receipt.received) - Date.parse(a.receipt.received));
}

/** @throws RangeError when the bytes of a file are missing */
export function checkCount(inquiry: Inquiry, files: Blob[]): void {
  if (files.length !== inquiry.files.length)
    throw new RangeError(`${inquiry.files.length} files are named, ${files.length} are given`);
}
