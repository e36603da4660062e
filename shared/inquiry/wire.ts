import type { Inquiry } from './inquiry.ts';

/** Where a desk takes inquiries, below its own address. */
export const INTAKE_PATH = '/api/inquiries';
/** draft-ietf-httpapi-idempotency-key-header: a structured-field string, so the value stands in quotes. */
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** Bytes of a request that are not file bytes: the inquiry's JSON and the multipart framing. */
export const REQUEST_OVERHEAD = 512 * 1024;
/** Most characters of `context.page`. */
export const PAGE_LIMIT = 2000;
export const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+(;[\x20-\x7e]*)?$/;

/** The multipart body: field `inquiry` with the JSON, then one `file` part per file, in that order. */
export function inquiryBody(inquiry: Inquiry, files: Blob[]): FormData {
  const body = new FormData();
  body.append('inquiry', JSON.stringify(inquiry));
  files.forEach((file, index) => {
    body.append('file', file, inquiry.files[index]?.name ?? `file-${index}`);
  });
  return body;
}

/** The key inside the header's quotes; a bare value is taken too. `null` when there is none. */
export function idempotencyKey(header: string | null | undefined): string | null {
  return /^\s*"?([\w-]{1,100})"?\s*$/.exec(header ?? '')?.[1] ?? null;
}

/** `https://desk.example/` or `https://desk.example/desk` -> the address to post to. */
export function intakeAddress(desk: string): string {
  return desk.replace(/\/+$/, '') + INTAKE_PATH;
}
