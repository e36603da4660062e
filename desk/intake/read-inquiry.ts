import {
  type ConsentText,
  checkInquiry,
  IDEMPOTENCY_HEADER,
  type Inquiry,
  InquiryFormatError,
  type InquiryLimits,
  idempotencyKey,
  parseInquiry,
  sha256Hex,
} from '../../shared/inquiry/index.ts';
import { Refusal } from './messages.ts';

export interface ReadInquiry {
  inquiry: Inquiry;
  files: Uint8Array<ArrayBuffer>[];
}

/** The inquiry and its files, with their shape checked and nothing else. @throws Refusal */
export async function readInquiry(request: Request): Promise<ReadInquiry> {
  const key = idempotencyKey(request.headers.get(IDEMPOTENCY_HEADER));
  if (!key) throw new Refusal('key-missing');
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get('Content-Type') ?? ''))
    throw new Refusal('not-multipart');
  const body = await request.formData().catch(() => {
    throw new Refusal('malformed', undefined, 'multipart');
  });
  const inquiry = asInquiry(body.get('inquiry'));
  if (inquiry.id !== key) throw new Refusal('key-other');
  const parts = body.getAll('file').filter((part) => typeof part !== 'string');
  const files = await Promise.all(parts.map(async (part) => new Uint8Array(await part.arrayBuffer())));
  return { inquiry, files };
}

function asInquiry(text: unknown): Inquiry {
  if (typeof text !== 'string') throw new Refusal('malformed', undefined, 'inquiry');
  try {
    return parseInquiry(JSON.parse(text));
  } catch (error) {
    const missing = error instanceof InquiryFormatError && error.place.startsWith('consent');
    if (missing) throw new Refusal('consent-missing', 'consent', error.place);
    throw new Refusal('malformed', undefined, error instanceof InquiryFormatError ? error.place : 'JSON');
  }
}

/**
 * The same rules as the form's, and those that need the bytes.
 * @param text what `inquiry.consent` names; `null` when it was never shown by this desk
 * @throws Refusal
 */
export async function judge(
  { inquiry, files }: ReadInquiry,
  limits: InquiryLimits,
  text: ConsentText | null,
): Promise<ConsentText> {
  if (!text) throw new Refusal('consent-outdated', 'consent');
  const problem = checkInquiry(inquiry, limits, text)[0];
  if (problem) {
    const detail = Object.entries(problem.data).map(([name, value]) => `${name}: ${value}`);
    throw new Refusal(problem.code, problem.field, detail.join(', '));
  }
  if (files.length !== inquiry.files.length) throw new Refusal('file-count', 'files');
  for (const [index, file] of inquiry.files.entries()) {
    const bytes = files[index]!;
    if (bytes.length !== file.size) throw new Refusal('file-size', 'files', file.name);
    if ((await sha256Hex(bytes)) !== file.hash) throw new Refusal('file-hash', 'files', file.name);
  }
  return text;
}
