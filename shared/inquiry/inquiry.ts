/** What a person submits. It has one id for its whole life: the outbox key and the Idempotency-Key. */
export interface Inquiry {
  /** UUID v4, made when the form was opened. */
  id: string;
  email: string;
  /** 문의 요약 */
  summary: string;
  /** 회사명 */
  company: string;
  /** 전화 번호, optional: empty when not given. */
  phone: string;
  /** 문의 상세 as Markdown, never HTML. */
  detail: string;
  lang: 'ko' | 'en' | 'ja';
  consent: ConsentRecord;
  /** Where it was written. */
  context: InquiryContext;
  /** In the order of the file parts that follow. */
  files: FileRef[];
}

/** What was agreed to, when: enough to show later which text the person saw. */
export interface ConsentRecord {
  version: number;
  /** SHA-256 hex of the consent text as shown. */
  hash: string;
  /** RFC 3339 */
  agreed: string;
}

export interface InquiryContext {
  source: 'widget' | 'extension';
  /** Address of the page without query and fragment, or null. */
  page: string | null;
  guide: string | null;
  step: string | null;
  /** Ids of the suggestions that were opened before sending. */
  seen: string[];
}

export interface FileRef {
  name: string;
  /** MIME type */
  type: string;
  /** bytes */
  size: number;
  /** SHA-256 of the bytes, lower-case hex */
  hash: string;
}

/** The four notices of a Korean consent form (PIPA art. 15): items, purpose, retention, right to refuse. */
export interface ConsentText {
  version: number;
  title: string;
  rows: { required: string[]; optional: string[]; purpose: string; retention: string }[];
  refusal: string;
  /** How long inquiries are kept, in days; after that they are deleted. */
  retentionDays: number;
}

export interface InquiryLimits {
  /** Most files per inquiry. */
  files: number;
  /** Most bytes of one file, and of all together. */
  fileBytes: number;
  totalBytes: number;
  /** File name extensions that are taken, lower case without the dot. */
  types: string[];
}

/** The desk's word that an inquiry has arrived. Signed over the raw JSON text with the desk's receipt key. */
export interface Receipt {
  /** The inquiry's id. */
  id: string;
  /** What people quote: `2026-000123`. */
  number: string;
  /** RFC 3339 */
  received: string;
  /** SHA-256 hex of the canonical inquiry JSON that arrived. */
  hash: string;
}

export interface SignedReceipt {
  /** The exact JSON text that was signed. */
  receipt: string;
  /** Ed25519, base64 */
  signature: string;
}

/** One clear error from the desk; `field` names the form field to mend. */
export interface IntakeError {
  code: string;
  message: string;
  field?: keyof Inquiry | 'files';
  /** Hashes of files that have to be uploaded first, with `files-missing`. */
  missing?: string[];
}
