import { sha256Hex } from './canonical.ts';
import { cleanLine, cleanText } from './characters.ts';
import type { ConsentRecord, FileRef, Inquiry, InquiryContext } from './inquiry.ts';
import { MIME_TYPE, PAGE_LIMIT } from './wire.ts';

/** What the form holds when the person presses send. */
export interface InquiryParts {
  id: string;
  fields: Pick<Inquiry, 'email' | 'summary' | 'company' | 'phone' | 'detail'>;
  lang: Inquiry['lang'];
  consent: ConsentRecord;
  context: InquiryContext;
  files: File[];
}

/** The inquiry as it goes into the outbox: texts cleaned, every file named by the hash of its bytes. */
export async function makeInquiry(parts: InquiryParts): Promise<Inquiry> {
  const { fields } = parts;
  return {
    id: parts.id,
    email: cleanLine(fields.email),
    summary: cleanLine(fields.summary),
    company: cleanLine(fields.company),
    phone: cleanLine(fields.phone),
    detail: cleanText(fields.detail),
    lang: parts.lang,
    consent: parts.consent,
    context: { ...parts.context, page: pageAddress(parts.context.page) },
    files: await Promise.all(parts.files.map(fileRef)),
  };
}

/** @throws DOMException NotReadableError when the file was moved or changed since it was chosen */
export async function fileRef(file: File): Promise<FileRef> {
  const bytes = await file.arrayBuffer();
  return {
    name: cleanLine(file.name),
    type: MIME_TYPE.test(file.type) ? file.type : 'application/octet-stream',
    size: bytes.byteLength,
    hash: await sha256Hex(bytes),
  };
}

/** A web address without what may hold secrets: name, password, query, fragment. `null` when it is none. */
export function pageAddress(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  const page = url && /^https?:$/.test(url.protocol) ? url.origin + url.pathname : null;
  return page !== null && page.length <= PAGE_LIMIT ? page : null;
}
