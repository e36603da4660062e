import {
  type ConsentText,
  checkInquiry,
  IDEMPOTENCY_HEADER,
  type Inquiry,
  InquiryFormatError,
  type InquiryLimits,
  idempotencyKey,
  parseInquiry,
  TRAP_FIELD,
} from '../../shared/inquiry/index.ts';
import { hashOf } from './hash.ts';
import { Refusal } from './messages.ts';
import { type Part, plainParts } from './multipart.ts';

export interface ReadInquiry {
  inquiry: Inquiry;
  /** The bytes of `inquiry.files`, or they came before. */
  files: Uint8Array<ArrayBuffer>[] | 'uploaded';
  /** What was in the field that people do not see. */
  trap: string;
}

/** The id that a request is about. @throws Refusal without one */
export function idOf(text: string | null | undefined): string {
  const key = idempotencyKey(text);
  if (!key) throw new Refusal('key-missing');
  return key;
}

export const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get('Content-Type') ?? '');

/** The inquiry and its files, with their shape checked and nothing else. @throws Refusal */
export async function readInquiry(request: Request): Promise<ReadInquiry> {
  const key = idOf(request.headers.get(IDEMPOTENCY_HEADER));
  const read = isJson(request) ? await readJson(request) : await readMultipart(request);
  if (read.inquiry.id !== key) throw new Refusal('key-other');
  return read;
}

async function readMultipart(request: Request): Promise<ReadInquiry> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) throw new Refusal('not-multipart');
  const parts = await partsOf(new Uint8Array(await request.arrayBuffer()), type).catch(() => {
    throw new Refusal('malformed', undefined, 'multipart');
  });
  const field = (name: string) => {
    const part = parts.find((one) => one.name === name);
    return part && !part.file ? new TextDecoder().decode(part.bytes) : null;
  };
  const text = field('inquiry');
  if (text === null) throw new Refusal('malformed', undefined, 'inquiry');
  const files = parts.filter(({ name, file }) => file && name === 'file').map(({ bytes }) => bytes);
  return { inquiry: asInquiry(parsed(text)), files, trap: field(TRAP_FIELD) ?? '' };
}

async function partsOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<Part[]> {
  const plain = plainParts(body, type);
  if (plain) return plain;
  const form = await new Response(body, { headers: { 'Content-Type': type } }).formData();
  return Promise.all(
    [...form].map(async ([name, value]) => {
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : await value.arrayBuffer();
      return { name, file: typeof value !== 'string', bytes: new Uint8Array(bytes) };
    }),
  );
}

async function readJson(request: Request): Promise<ReadInquiry> {
  const body = parsed(await request.text());
  const { inquiry, [TRAP_FIELD]: trap } = (body ?? {}) as Record<string, unknown>;
  return { inquiry: asInquiry(inquiry), files: 'uploaded', trap: typeof trap === 'string' ? trap : '' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed', undefined, 'JSON');
  }
}

function asInquiry(value: unknown): Inquiry {
  try {
    return parseInquiry(value);
  } catch (error) {
    const missing = error instanceof InquiryFormatError && error.place.startsWith('consent');
    if (missing) throw new Refusal('consent-missing', 'consent', error.place);
    throw new Refusal('malformed', undefined, error instanceof InquiryFormatError ? error.place : '');
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
  // Uploads were checked as they came in; the store says which are not there.
  if (files === 'uploaded') return text;
  if (files.length !== inquiry.files.length) throw new Refusal('file-count', 'files');
  for (const [index, file] of inquiry.files.entries()) {
    const bytes = files[index]!;
    if (bytes.length !== file.size) throw new Refusal('file-size', 'files', file.name);
    if ((await hashOf(bytes)) !== file.hash) throw new Refusal('file-hash', 'files', file.name);
  }
  return text;
}
