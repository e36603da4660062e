import type { ConsentText, FileRef, Inquiry, SignedReceipt } from '../../../shared/inquiry/index.ts';

/** A line of the list. */
export interface InquirySummary {
  id: string;
  /** `2026-000123` */
  number: string;
  /** RFC 3339, UTC */
  received: string;
  state: string;
  lang: Inquiry['lang'];
  email: string;
  company: string;
  summary: string;
  /** How many attachments. */
  files: number;
  /** The field that people do not see was filled in. */
  suspect: boolean;
}

/** All that is known of one inquiry but the bytes of its attachments. */
export interface StoredInquiry {
  number: string;
  received: string;
  keepUntil: string;
  state: string;
  suspect: boolean;
  hash: string;
  inquiry: Inquiry;
  /** The text that the person agreed to. */
  consent: ConsentText | null;
  signed: SignedReceipt;
}

export interface InquiryRow {
  id: string;
  number: string;
  hash: string;
  received: Date;
  keep_until: Date;
  state: string;
  lang: Inquiry['lang'];
  email: string;
  summary: string;
  company: string;
  phone: string;
  detail: string;
  consent: Inquiry['consent'];
  context: Inquiry['context'];
  receipt: string;
  signature: string;
  suspect: boolean;
}

export interface FileRow {
  name: string;
  type: string;
  size: number | string;
  hash: string;
}

export function toStored(row: InquiryRow, files: FileRow[], consent: ConsentText | null): StoredInquiry {
  const { id, lang, email, summary, company, phone, detail, context } = row;
  return {
    number: row.number,
    received: row.received.toISOString(),
    keepUntil: row.keep_until.toISOString(),
    state: row.state,
    suspect: row.suspect,
    hash: row.hash,
    inquiry: {
      ...{ id, email, summary, company, phone, detail, lang, context },
      consent: row.consent,
      files: files.map((file): FileRef => ({ ...file, size: Number(file.size) })),
    },
    consent,
    signed: { receipt: row.receipt, signature: row.signature },
  };
}
