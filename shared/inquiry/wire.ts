import type { Inquiry } from './inquiry.ts';

/** Where a desk takes inquiries, below its own address. */
export const INTAKE_PATH = '/api/inquiries';
/** draft-ietf-httpapi-idempotency-key-header: a structured-field string, so the value stands in quotes. */
export const IDEMPOTENCY_HEADER = 'Idempotency-Key';
/** Uploads of files, each below its hash: `/api/files/<sha256>`. */
export const FILES_PATH = '/api/files';
/** Where a desk hands out proofs of work to be done. */
export const CHALLENGE_PATH = '/api/challenge';
/** Where a desk counts that a document made an inquiry unnecessary; nothing but the document's id is sent. */
export const SOLVED_PATH = '/api/solved';
/** The proof of work: base64url of the challenge and its solution as JSON. */
export const PROOF_HEADER = 'Inquiry-Proof';
/** How many bytes of a file are there, and how many it has; as draft-ietf-httpbis-resumable-upload calls them. */
export const OFFSET_HEADER = 'Upload-Offset';
export const LENGTH_HEADER = 'Upload-Length';
/** Name of the field that people do not see: whoever fills it in is no person. */
export const TRAP_FIELD = 'website';
/** Files of so many bytes together go with their inquiry; more go up first, in pieces. */
export const SMALL_BYTES = 256 * 1024;
/** Bytes of one piece: small enough for progress on a slow line and for the patience of proxies. */
export const PIECE_BYTES = 512 * 1024;
/** Bytes of a request that are not file bytes: the inquiry's JSON and the multipart framing. */
export const REQUEST_OVERHEAD = 512 * 1024;
/** Most characters of `context.page`. */
export const PAGE_LIMIT = 2000;
export const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+(;[\x20-\x7e]*)?$/;

/** The multipart body: field `inquiry` with the JSON, then one `file` part per file, in that order. */
export function inquiryBody(inquiry: Inquiry, files: Blob[], trap = ''): FormData {
  const body = new FormData();
  body.append('inquiry', JSON.stringify(inquiry));
  if (trap) body.append(TRAP_FIELD, trap);
  files.forEach((file, index) => {
    body.append('file', file, inquiry.files[index]?.name ?? `file-${index}`);
  });
  return body;
}

/** The key inside the header's quotes; a bare value is taken too. `null` when there is none. */
export function idempotencyKey(header: string | null | undefined): string | null {
  return /^\s*"?([\w-]{1,100})"?\s*$/.exec(header ?? '')?.[1] ?? null;
}

/** `https://desk.example/` or `https://desk.example/desk`, and a path of the desk -> the address. */
export function deskAddress(desk: string, path: string): string {
  return desk.replace(/\/+$/, '') + path;
}
