import type { Inbox } from '../intake/index.ts';
import type { Reply } from './outgoing.ts';
import type { LinkPayload, Remote } from './queue/rows.ts';

/** An inquiry as it was received, without the bytes of its files. */
export type StoredInquiry = NonNullable<Awaited<ReturnType<Inbox['find']>>>;

interface Part {
  /** The delivery's id: the same on every attempt. */
  id: string;
  /** From 1. From 2 on, an earlier attempt may have arrived although nobody heard of it. */
  attempt: number;
}

interface AboutInquiry extends Part {
  stored: StoredInquiry;
  /** The bytes of `stored.inquiry.files[position]`. */
  file(position: number): Promise<Uint8Array>;
}

export interface InquiryParcel extends AboutInquiry {
  kind: 'inquiry';
}

export interface ReplyParcel extends AboutInquiry {
  kind: 'reply';
  reply: Reply;
  /** Ids of the replies before it, oldest first. */
  earlier: string[];
  /** What every target that has the inquiry calls it, by the target's name. */
  tickets: ReadonlyMap<string, Remote>;
}

export interface ConfirmationParcel extends AboutInquiry {
  kind: 'confirmation';
}

export interface LinkParcel extends Part {
  kind: 'link';
  link: LinkPayload;
}

export type Parcel = InquiryParcel | ReplyParcel | ConfirmationParcel | LinkParcel;

/** What a target made of it; `null` when it gives nothing a name. */
export type Delivered = Remote | null;

/** One way out of the desk. */
export interface Adapter {
  readonly name: string;
  /** Who tells the asker what support replied: this target, or the desk's own letter. */
  readonly tellsAsker: boolean;
  /** Whether replies are handed to it at all. */
  readonly takesReplies: boolean;
  /** @throws DeliveryError; anything else is tried again */
  deliver(parcel: Parcel, signal: AbortSignal): Promise<Delivered>;
  /** Whether it could deliver now, without delivering anything. @throws DeliveryError that says what to mend */
  check(signal: AbortSignal): Promise<void>;
}

/** Why something did not arrive, or was not to: a word for programs and counters, never anything personal. */
export type DeliveryCode =
  | ('unreachable' | 'timeout' | 'busy' | 'rate' | 'in-flight' | 'auth' | 'tls' | 'moved' | 'private')
  | ('refused' | 'answer' | 'gone' | 'expired' | 'no-mail' | 'no-way' | 'no-target' | 'no-ticket')
  | ('fault' | 'dropped');

/** Why it did not arrive, and whether that can change by itself. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
  readonly fate: 'retry' | 'give-up';
  readonly code: DeliveryCode;
  /** Milliseconds that the target asked for. */
  readonly after: number;
  constructor(fate: 'retry' | 'give-up', code: DeliveryCode, message: string, after = 0) {
    super(message);
    this.fate = fate;
    this.code = code;
    this.after = after;
  }
}

export const retry = (code: DeliveryCode, message: string, after = 0) =>
  new DeliveryError('retry', code, message, after);
export const giveUp = (code: DeliveryCode, message: string) => new DeliveryError('give-up', code, message);
