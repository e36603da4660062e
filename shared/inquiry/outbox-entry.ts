import type { Inquiry, IntakeError, Receipt, SignedReceipt } from './inquiry.ts';

/** Where an inquiry stands, in the words that people see. */
export type InquiryState = 'draft' | 'waiting' | 'sending' | 'received' | 'refused';

/** What has been typed but not sent. `fields` is the form's own matter and may be incomplete. */
export interface StoredDraft {
  /** Becomes the inquiry's id. */
  id: string;
  fields: Record<string, string>;
  files: File[];
  /** When it was last saved, milliseconds since 1970. */
  saved: number;
}

/** An inquiry that the person sent and the desk has not yet vouched for. */
export interface OutboxEntry {
  inquiry: Inquiry;
  /** The bytes of `inquiry.files`, in their order. */
  files: Blob[];
  /** What was in the field that people do not see; the desk marks such an inquiry. */
  trap?: string;
  state: 'waiting' | 'sending' | 'refused';
  /** When it was put here, milliseconds since 1970. */
  created: number;
  /** How often it was sent without an answer that settles it. */
  attempts: number;
  /** Not to be sent again before, milliseconds since 1970. */
  nextAttempt: number;
  /** Why the last attempt did not settle it; `null` before the first. */
  reason: LaterReason | null;
  /** What the person has to mend, when `state` is `refused`. */
  error: IntakeError | null;
}

export type LaterReason =
  | 'offline' // no answer at all
  | 'busy' // the desk asks to come later: 409, 429, 503
  | 'desk' // an answer that no desk in order would give
  | 'receipt' // an answer whose receipt does not prove that the inquiry arrived
  | 'files'; // the kept bytes cannot be read just now

/** Proof that stays when the entry has left. */
export interface StoredReceipt {
  /** The inquiry's id. */
  id: string;
  summary: string;
  receipt: Receipt;
  signed: SignedReceipt;
}
