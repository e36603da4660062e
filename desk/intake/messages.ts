import type { Inquiry, IntakeError, ProblemCode } from '../../shared/inquiry/index.ts';

/** Why an inquiry was not taken: what the form's rules say, and what only the desk can find. */
export type IntakeCode =
  | ProblemCode
  | 'not-multipart'
  | 'malformed'
  | 'key-missing'
  | 'key-other'
  | 'file-count'
  | 'file-size'
  | 'file-hash'
  | 'conflict'
  | 'files-missing'
  | 'proof'
  | 'upload-headers'
  | 'upload-unknown'
  | 'upload-offset'
  | 'in-flight'
  | 'origin'
  | 'rate'
  | 'busy'
  | 'store';

export type IntakeStatus = 400 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503;

const STATUS: Partial<Record<IntakeCode, IntakeStatus>> = {
  'not-multipart': 415,
  'file-type': 415,
  malformed: 400,
  'key-missing': 400,
  'key-other': 400,
  'too-many-files': 413,
  'file-too-large': 413,
  'files-too-large': 413,
  'files-missing': 409,
  'upload-headers': 400,
  'upload-unknown': 404,
  'upload-offset': 409,
  'in-flight': 409,
  origin: 403,
  proof: 403,
  rate: 429,
  busy: 503,
  store: 503,
};

/** Everything else is an inquiry that was understood and cannot be taken. */
export const statusOf = (code: IntakeCode): IntakeStatus => STATUS[code] ?? 422;

// A face that knows the code has its own, better words; these are for those that do not.
const MESSAGES: Record<IntakeCode, { ko: string; en: string }> = {
  empty: { ko: '필수 항목이 비어 있습니다.', en: 'A required field is empty.' },
  'too-long': { ko: '입력한 내용이 너무 깁니다.', en: 'The text is too long.' },
  characters: {
    ko: '사용할 수 없는 문자가 들어 있습니다.',
    en: 'The text holds characters that cannot be kept.',
  },
  email: { ko: '이메일 주소 형식이 올바르지 않습니다.', en: 'This is not an e-mail address.' },
  phone: { ko: '전화번호 형식이 올바르지 않습니다.', en: 'This is not a phone number.' },
  'consent-missing': { ko: '개인정보 수집·이용 동의가 필요합니다.', en: 'Consent is required.' },
  'consent-outdated': {
    ko: '동의 내용이 바뀌었습니다. 새 내용을 확인하고 다시 동의해 주십시오.',
    en: 'The consent text has changed. Please read and agree to the new one.',
  },
  'too-many-files': { ko: '첨부 파일이 너무 많습니다.', en: 'There are too many files.' },
  'files-too-large': { ko: '첨부 파일의 전체 크기가 너무 큽니다.', en: 'The files are too large together.' },
  'file-too-large': { ko: '첨부 파일이 너무 큽니다.', en: 'A file is too large.' },
  'file-type': { ko: '받을 수 없는 형식의 파일입니다.', en: 'Files of this type are not taken.' },
  'file-name': { ko: '파일 이름을 사용할 수 없습니다.', en: 'A file name cannot be used.' },
  'not-multipart': {
    ko: 'multipart/form-data 요청이 아닙니다.',
    en: 'The request is not multipart/form-data.',
  },
  malformed: { ko: '문의 형식이 올바르지 않습니다.', en: 'The request does not hold an inquiry.' },
  'key-missing': { ko: 'Idempotency-Key 헤더가 없습니다.', en: 'The Idempotency-Key header is missing.' },
  'key-other': {
    ko: 'Idempotency-Key가 문의의 id와 다릅니다.',
    en: "The Idempotency-Key is not the inquiry's id.",
  },
  'file-count': {
    ko: '첨부 파일의 수가 목록과 다릅니다.',
    en: 'There are more or fewer files than the inquiry names.',
  },
  'file-size': {
    ko: '첨부 파일의 크기가 목록과 다릅니다.',
    en: 'A file is not as long as the inquiry says.',
  },
  'file-hash': {
    ko: '첨부 파일이 전송 중에 바뀌었습니다.',
    en: 'A file is not the one that the inquiry names.',
  },
  conflict: {
    ko: '같은 번호로 다른 내용의 문의가 이미 접수되었습니다.',
    en: 'Another inquiry was received under this id.',
  },
  'files-missing': {
    ko: '첨부 파일이 아직 다 올라오지 않았습니다.',
    en: 'Files have to be uploaded first.',
  },
  proof: {
    ko: '확인 계산이 없거나 유효 시간이 지났습니다. 새로 받아 다시 보내십시오.',
    en: 'The proof of work is missing, wrong or too old. Ask for a new one.',
  },
  'upload-headers': {
    ko: 'Upload-Offset과 Upload-Length 헤더에 바이트 수가 있어야 합니다.',
    en: 'The headers Upload-Offset and Upload-Length must be numbers of bytes.',
  },
  'upload-unknown': { ko: '이 파일은 올라온 적이 없습니다.', en: 'Nothing of this file has been uploaded.' },
  'upload-offset': {
    ko: '파일의 다른 위치부터 이어서 올려야 합니다.',
    en: 'The upload has to go on from another place.',
  },
  'in-flight': { ko: '같은 문의를 접수하는 중입니다.', en: 'The same inquiry is being received.' },
  origin: { ko: '이 사이트에서는 문의를 보낼 수 없습니다.', en: 'Inquiries are not taken from this site.' },
  rate: {
    ko: '요청이 너무 많습니다. 잠시 후 다시 보내집니다.',
    en: 'There are too many requests; try again later.',
  },
  busy: { ko: '데스크가 바쁩니다. 잠시 후 다시 보내집니다.', en: 'The desk is busy; try again later.' },
  store: {
    ko: '지금은 문의를 저장할 수 없습니다. 잠시 후 다시 보내집니다.',
    en: 'The inquiry cannot be stored now; try again later.',
  },
};

/** Ends the handling of a request with an answer that says why. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly code: IntakeCode;
  readonly field: IntakeError['field'];
  /** What the person must see to mend it: a path, a file name, a limit. */
  readonly detail: string;
  /** What the answer says beside the error. */
  readonly more: { missing?: string[] };
  constructor(
    code: IntakeCode,
    field?: IntakeError['field'],
    detail = '',
    more: { missing?: string[] } = {},
  ) {
    super(code);
    this.more = more;
    this.code = code;
    this.field = field;
    this.detail = detail;
  }
}

/** The language of an error's message: Korean where English or Japanese is not asked for first. */
export function langOf(acceptLanguage: string | undefined): Inquiry['lang'] {
  return /^\s*(en|ja)/i.test(acceptLanguage ?? '') ? 'en' : 'ko';
}

export function intakeError(
  { code, field, detail, more }: Refusal,
  lang: Inquiry['lang'] = 'ko',
): IntakeError {
  const words = MESSAGES[code][lang === 'ko' ? 'ko' : 'en'];
  return { code, message: detail ? `${words} (${detail})` : words, ...(field ? { field } : {}), ...more };
}
