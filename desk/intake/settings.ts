import type { ConsentText, InquiryLimits } from '../../shared/inquiry/index.ts';
import type { OnAdded, Store } from './store/index.ts';

/** What support decided, from `content/lounge.yaml`. */
export interface IntakeSettings {
  limits: InquiryLimits;
  /** The text that faces show now. Earlier texts stay known through the store. */
  consent: ConsentText;
}

/** What happened, without what anybody wrote. */
export type Log = (event: string, data?: Record<string, string | number>) => void;

export interface ProofTerms {
  /** PBKDF2 rounds of one try. */
  cost: number;
  /** Most tries; half of them on average. */
  tries: number;
  /** How long a challenge can be answered, in milliseconds. */
  life: number;
}

export interface IntakeParts {
  store: Store;
  /** Private Ed25519 key that signs receipts. */
  receiptKey: import('./receipt.ts').ReceiptKey;
  /** Asked for every request when it is a function, so that a new bundle counts at once. */
  settings: IntakeSettings | (() => IntakeSettings);
  /** Origins of pages that may send, such as `https://help.example`. Extensions and the desk's own pages always may. */
  allowedOrigins: string[];
  log: Log;
  /** Requests that one client may make in ten minutes. */
  rate?: number;
  /** Whether a proxy of our own stands in front, whose last X-Forwarded-For entry is the client. */
  trustProxy?: boolean;
  /** Whether senders must have done a proof of work; true when left out. Or how hard it is. */
  proof?: boolean | ProofTerms;
  /** Whether an inquiry is marked as suspect when the field that people do not see was filled in; true when left out. */
  trap?: boolean;
  /** Most bytes of everybody's unfinished uploads; 2 GiB when left out. */
  pendingBytes?: number;
  /** Milliseconds since 1970, for proofs of what happens years later. */
  now?: () => number;
  /** Runs in the transaction of every new inquiry; what it throws leaves the inquiry unstored. */
  onAdded?: OnAdded;
}
