import type { Attachment } from 'nodemailer/lib/mailer/index.js';
import { carriedType } from '../body/carried-type.ts';
import { inquiryBody, inquirySubject } from '../body/inquiry-body.ts';
import {
  inquiryHeaders,
  inquiryMessageId,
  type Letter,
  type LetterOptions,
  type ParcelOf,
} from './letter.ts';

/**
 * The inquiry as an e-mail to a help desk. It is a person's letter that the desk carries: no Auto-Submitted and no
 * Precedence, or RT and Zammad would not acknowledge it; Reply-To is the asker, whom they take for its sender.
 */
export async function inquiryLetter(
  parcel: ParcelOf<'inquiry'>,
  to: string,
  options: LetterOptions,
): Promise<Letter> {
  const { stored } = parcel;
  const { inquiry } = stored;
  return {
    from: options.from,
    to,
    replyTo: { name: '', address: inquiry.email },
    envelope: { from: options.from.address, to },
    messageId: inquiryMessageId(inquiry.id, options),
    date: new Date(stored.received),
    subject: inquirySubject(stored),
    headers: inquiryHeaders(inquiry.id, stored.number),
    ...inquiryBody(stored, options.lang),
    attachments: await attachments(parcel),
  };
}

async function attachments(parcel: ParcelOf<'inquiry'>): Promise<Attachment[]> {
  const all: Attachment[] = [];
  for (const [position, { name, type }] of parcel.stored.inquiry.files.entries()) {
    const bytes = await parcel.file(position);
    all.push({
      filename: name,
      content: Buffer.from(bytes),
      contentType: carriedType(type, bytes),
      contentDisposition: 'attachment',
      contentTransferEncoding: 'base64',
    });
  }
  return all;
}
