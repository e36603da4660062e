import type { SendMailOptions } from 'nodemailer';
import type { Parcel } from '../adapter.ts';

export interface LetterOptions {
  /** The desk's own address. Never the asker's: their domain would disown it (DMARC). */
  from: { name: string; address: string };
  /** Where people's answers go, when no help desk has an address of its own. */
  replyTo?: string | undefined;
  /** Where a target reads e-mail: then answers to letters about its tickets go there. */
  mailboxes: ReadonlyMap<string, string>;
  /** Support's language. */
  lang: 'ko' | 'en' | 'ja';
}

/** A letter and who gets it; `from: ''` is the null sender, which nobody's vacation program answers. */
export type Letter = SendMailOptions & { messageId: string; envelope: { from: string; to: string } };

/** The domain part of the ids, which have to be the same on every attempt and in every later letter. */
const domain = ({ from }: LetterOptions): string => from.address.split('@').at(-1)!;

export const inquiryMessageId = (id: string, options: LetterOptions): string =>
  `<inq-${id}@${domain(options)}>`;
export const confirmationMessageId = (id: string, options: LetterOptions): string =>
  `<conf-${id}@${domain(options)}>`;
export const replyMessageId = (id: string, options: LetterOptions): string =>
  `<rep-${id}@${domain(options)}>`;

/** RFC 3834: what a program answers says so, so that no other program answers it in turn. */
export function automatic(kind: 'auto-replied' | 'auto-generated'): Record<string, string> {
  return { 'Auto-Submitted': kind, 'X-Auto-Response-Suppress': 'All' };
}

export const inquiryHeaders = (id: string, number: string): Record<string, string> => ({
  'X-Giljabi-Inquiry-Id': id,
  'X-Giljabi-Inquiry-Number': number,
});

export type ParcelOf<Kind extends Parcel['kind']> = Extract<Parcel, { kind: Kind }>;
