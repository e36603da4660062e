export { canonicalJson, inquiryHash, sha256Hex } from './canonical.ts';
export { agree, consentHash } from './consent.ts';
export { type DeskAddress, type FlushReport, type FlushTools, flush } from './flush.ts';
export type * from './inquiry.ts';
export { fileRef, type InquiryParts, makeInquiry, pageAddress } from './make.ts';
export { type MemoryOutbox, memoryOutbox } from './memory-outbox.ts';
export { OtherTextError, type Outbox } from './outbox.ts';
export { openOutbox } from './outbox-database.ts';
export type * from './outbox-entry.ts';
export {
  asChallengeAnswer,
  type Challenge,
  challengeAnswerSchema,
  decodeProof,
  type Proof,
  proofOf,
  proofSchema,
} from './proof.ts';
export { ReceiptError, type ReceiptErrorCode, verifyReceipt } from './receipt.ts';
export {
  checkFiles,
  checkInquiry,
  type DraftField,
  type FieldProblem,
  fileExtension,
  type InquiryDraft,
  type ProblemCode,
  TEXT_LIMITS,
} from './rules.ts';
export {
  asIntakeError,
  asSignedReceipt,
  errorSchema,
  InquiryFormatError,
  inquirySchema,
  parseInquiry,
  signedSchema,
  uploadedInquirySchema,
  uploadSchema,
} from './schema.ts';
export { type Outgoing, type SendProgress, type SendResult, sendOnce } from './sender.ts';
export * from './wire.ts';
