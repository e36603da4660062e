import * as v from 'valibot';
import { isClean } from './characters.ts';
import type { Inquiry, IntakeError, SignedReceipt } from './inquiry.ts';
import { FILE_NAME_LIMIT, TEXT_LIMITS } from './rules.ts';
import { MIME_TYPE, PAGE_LIMIT, TRAP_FIELD } from './wire.ts';

const UUID4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const text = (limit: number, lines = false) =>
  v.pipe(
    v.string(),
    v.maxLength(limit),
    v.check((value) => isClean(value, lines), 'control characters or broken Unicode'),
  );
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const page = v.pipe(
  text(PAGE_LIMIT),
  v.check((value) => URL.canParse(value) && !/[?#]/.test(value), 'an address without query and fragment'),
);

// Unknown keys are refused rather than dropped: what is not stored must not get a receipt.
export const inquirySchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(UUID4)),
  email: text(TEXT_LIMITS.email),
  summary: text(TEXT_LIMITS.summary),
  company: text(TEXT_LIMITS.company),
  phone: text(TEXT_LIMITS.phone),
  detail: text(TEXT_LIMITS.detail, true),
  lang: v.picklist(['ko', 'en', 'ja']),
  consent: v.strictObject({
    version: bytes,
    hash,
    agreed: v.pipe(v.string(), v.isoTimestamp()),
  }),
  context: v.strictObject({
    source: v.picklist(['widget', 'extension']),
    page: v.nullable(page),
    guide: v.nullable(text(200)),
    step: v.nullable(text(200)),
    seen: v.pipe(v.array(text(200)), v.maxLength(100)),
  }),
  files: v.pipe(
    v.array(
      v.strictObject({
        name: text(FILE_NAME_LIMIT),
        type: v.pipe(text(200), v.regex(MIME_TYPE)),
        size: bytes,
        hash,
      }),
    ),
    v.maxLength(100),
  ),
}) satisfies v.GenericSchema<Inquiry>;

/** Not an inquiry; `place` is the path of the first wrong value, such as `files.0.hash`. */
export class InquiryFormatError extends Error {
  override name = 'InquiryFormatError';
  readonly place: string;
  constructor(place: string, message: string) {
    super(place ? `${place}: ${message}` : message);
    this.place = place;
  }
}

/**
 * The shape of an inquiry that came from elsewhere. Limits of the form are `checkInquiry`'s matter.
 * @throws InquiryFormatError
 */
export function parseInquiry(value: unknown): Inquiry {
  const result = v.safeParse(inquirySchema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw new InquiryFormatError(v.getDotPath(result.issues[0]) ?? '', result.issues[0].message);
}

export const signedSchema = v.object({ receipt: v.string(), signature: v.string() });

/** The desk's answer to a taken inquiry, or `null` when it is something else. Proves nothing yet. */
export function asSignedReceipt(value: unknown): SignedReceipt | null {
  return v.is(signedSchema, value) ? { receipt: value.receipt, signature: value.signature } : null;
}

export const errorSchema = v.object({
  error: v.object({
    code: v.string(),
    message: v.string(),
    field: v.optional(v.string()),
    missing: v.optional(v.array(hash)),
  }),
});

/** The desk's refusal, or `null` when the answer did not come from a desk. */
export function asIntakeError(value: unknown): IntakeError | null {
  if (!v.is(errorSchema, value)) return null;
  const { code, message, field, missing } = value.error;
  return {
    ...{ code, message },
    ...(field ? { field: field as NonNullable<IntakeError['field']> } : {}),
    ...(missing ? { missing } : {}),
  };
}

/** An inquiry whose files were uploaded before. The field that people do not see stays away or empty. */
export const uploadedInquirySchema = v.strictObject({
  inquiry: inquirySchema,
  [TRAP_FIELD]: v.optional(v.pipe(v.string(), v.maxLength(2000))),
});

/** How far the upload of a file has come. */
export const uploadSchema = v.object({ received: bytes, length: bytes, complete: v.boolean() });
export type UploadAnswer = v.InferOutput<typeof uploadSchema>;

export function asUploadAnswer(value: unknown): UploadAnswer | null {
  return v.is(uploadSchema, value) ? value : null;
}
