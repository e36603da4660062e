import type { StoredInquiry } from '../store/index.ts';

const COLUMNS: [string, (stored: StoredInquiry) => string | number | null][] = [
  ['number', (s) => s.number],
  ['received', (s) => s.received],
  ['state', (s) => s.state],
  ['lang', (s) => s.inquiry.lang],
  ['email', (s) => s.inquiry.email],
  ['company', (s) => s.inquiry.company],
  ['phone', (s) => s.inquiry.phone],
  ['summary', (s) => s.inquiry.summary],
  ['detail', (s) => s.inquiry.detail],
  ['source', (s) => s.inquiry.context.source],
  ['page', (s) => s.inquiry.context.page],
  ['guide', (s) => s.inquiry.context.guide],
  ['step', (s) => s.inquiry.context.step],
  ['consent_version', (s) => s.inquiry.consent.version],
  ['consent_agreed', (s) => s.inquiry.consent.agreed],
  ['keep_until', (s) => s.keepUntil],
  ['files', (s) => s.inquiry.files.map(({ name }) => name).join('; ')],
  ['id', (s) => s.inquiry.id],
];

/** RFC 4180 with a byte order mark, without which Excel takes Korean for something else. */
export const csvHead = `\ufeff${COLUMNS.map(([name]) => name).join(',')}\r\n`;

export function csvRow(stored: StoredInquiry): string {
  return `${COLUMNS.map(([, value]) => cell(String(value(stored) ?? ''))).join(',')}\r\n`;
}

/** A spreadsheet runs what starts like a formula; an apostrophe makes it text (OWASP, CSV injection). */
function cell(text: string): string {
  const safe = /^[\s]*[=+\-@|\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n;']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
