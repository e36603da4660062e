import { RFC_EMAIL_REGEX } from 'valibot';
import { isBlank, isClean } from './characters.ts';
import type { ConsentText, InquiryLimits } from './inquiry.ts';

/** The parts of an inquiry that a person fills in; an `Inquiry` is one too. */
export interface InquiryDraft {
  email: string;
  summary: string;
  company: string;
  phone: string;
  detail: string;
  /** `null` while the box is not ticked. */
  consent: { version: number } | null;
  files: { name: string; size: number }[];
}

export type DraftField = keyof InquiryDraft;

export type ProblemCode =
  | 'empty'
  | 'too-long' // data: limit, length
  | 'characters' // control characters or broken Unicode
  | 'email'
  | 'phone'
  | 'consent-missing'
  | 'consent-outdated' // data: agreed, current
  | 'too-many-files' // data: limit, count
  | 'files-too-large' // data: limit, size, in bytes
  | 'file-too-large' // data: name, limit, size, in bytes
  | 'file-type' // data: name, types
  | 'file-name'; // data: name

/** One thing to mend. The words for it are the interface's. */
export interface FieldProblem {
  field: DraftField;
  code: ProblemCode;
  data: Record<string, string | number>;
}

/** Most UTF-16 code units of each text, as `maxlength` counts them. */
export const TEXT_LIMITS = { email: 254, summary: 200, company: 100, phone: 40, detail: 20_000 } as const;
export const FILE_NAME_LIMIT = 200;

/** The extension that decides whether a file is taken: lower case, without the dot, '' when there is none. */
export function fileExtension(name: string): string {
  return /[^.]\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Everything that keeps a draft from being taken, in the order of the form. Form and desk both ask this. */
export function checkInquiry(
  draft: InquiryDraft,
  limits: InquiryLimits,
  consentText: ConsentText,
): FieldProblem[] {
  return [
    ...checkText(draft, 'email'),
    ...checkText(draft, 'summary'),
    ...checkText(draft, 'company'),
    ...checkText(draft, 'phone'),
    ...checkText(draft, 'detail'),
    ...checkConsent(draft, consentText),
    ...checkFiles(draft.files, limits),
  ];
}

/** At most one problem of one text field: the first that the person has to mend. */
function checkText(draft: InquiryDraft, field: keyof typeof TEXT_LIMITS): FieldProblem[] {
  const problem = (code: ProblemCode, data: FieldProblem['data'] = {}) => [{ field, code, data }];
  const text = draft[field].trim();
  const limit = TEXT_LIMITS[field];
  if (isBlank(text)) return field === 'phone' ? [] : problem('empty');
  if (text.length > limit) return problem('too-long', { limit, length: text.length });
  if (!isClean(text, field === 'detail')) return problem('characters');
  if (field === 'email' && !isEmail(text)) return problem('email');
  if (field === 'phone' && (text.match(/\d/g)?.length ?? 0) < 7) return problem('phone');
  return [];
}

/** HTML's own rule, and a dot in the domain: an answer to `kim@mail` would reach nobody. */
function isEmail(text: string): boolean {
  return RFC_EMAIL_REGEX.test(text) && /@.+\../.test(text);
}

function checkConsent({ consent }: InquiryDraft, text: ConsentText): FieldProblem[] {
  if (!consent) return [{ field: 'consent', code: 'consent-missing', data: {} }];
  if (consent.version === text.version) return [];
  const data = { agreed: consent.version, current: text.version };
  return [{ field: 'consent', code: 'consent-outdated', data }];
}

/** Each file's own problem and those of all together; a face calls it as soon as files are chosen. */
export function checkFiles(files: InquiryDraft['files'], limits: InquiryLimits): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (code: ProblemCode, data: FieldProblem['data']) =>
    problems.push({ field: 'files', code, data });
  if (files.length > limits.files) add('too-many-files', { limit: limits.files, count: files.length });
  for (const { name, size } of files) {
    if (isBlank(name) || name.length > FILE_NAME_LIMIT || !isClean(name)) add('file-name', { name });
    else if (!limits.types.includes(fileExtension(name)))
      add('file-type', { name, types: limits.types.join(', ') });
    if (size > limits.fileBytes) add('file-too-large', { name, limit: limits.fileBytes, size });
  }
  const size = files.reduce((sum, file) => sum + file.size, 0);
  if (size > limits.totalBytes) add('files-too-large', { limit: limits.totalBytes, size });
  return problems;
}
