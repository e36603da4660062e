import type { Receipt, ReceiptRow } from './receipt.ts';
import type { Reading } from './walkthrough.ts';

/** The words of a receipt in one language. */
export interface ReceiptWords {
  title: string;
  console: string;
  started: string;
  result: Record<Receipt['phase'], string>;
  said: (words: string) => string;
  what: string;
  before: string;
  after: string;
  when: string;
  on: string;
  off: string;
  empty: string;
  unknown: string;
  did: Record<ReceiptRow['did'], string>;
}

export const readingText = (reading: Reading | null, words: ReceiptWords): string => {
  if (!reading) return words.unknown;
  if (reading.kind === 'on' || reading.kind === 'off') return words[reading.kind];
  return reading.words || words.empty;
};

/** `2026-11-22 09:12:33 GMT+9`: sorts, and is read alike everywhere. */
export function timeText(when: number, lang: string): string {
  const date = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium' }).format(when);
  const zone = new Intl.DateTimeFormat(lang, { timeZoneName: 'short' })
    .formatToParts(when)
    .find((part) => part.type === 'timeZoneName');
  return zone ? `${date} ${zone.value}` : date;
}

interface Line {
  what: string;
  before: string;
  after: string;
  did: string;
  when: string;
}

function lineOf(row: ReceiptRow, words: ReceiptWords, lang: string): Line {
  const listed = row.did === 'added' || row.did === 'removed';
  const valued = row.did === 'changed' || row.did === 'same';
  return {
    what: row.what.join(' > ') || row.entry || '',
    before: valued && row.did === 'changed' ? readingText(row.before, words) : '',
    after: listed ? (row.entry ?? '') : valued ? readingText(row.after, words) : '',
    did: words.did[row.did],
    when: row.when === null ? '' : timeText(row.when, lang),
  };
}

/** For a ticket that takes plain text. */
export function receiptPlain(receipt: Receipt, words: ReceiptWords, lang: string): string {
  const rows = receipt.rows.map((row) => {
    const { what, before, after, did, when } = lineOf(row, words, lang);
    const values = before ? `${before} → ${after}` : after;
    return [`- ${what}${values && values !== what ? `: ${values}` : ''} (${did})`, when && `  ${when}`]
      .filter(Boolean)
      .join('\n');
  });
  return [...head(receipt, words, lang), '', ...rows, ''].join('\n');
}

/** For a ticket that draws Markdown. */
export function receiptMarkdown(receipt: Receipt, words: ReceiptWords, lang: string): string {
  const [title = '', ...facts] = head(receipt, words, lang).map(safe);
  const rows = receipt.rows.map((row) => {
    const { what, before, after, did, when } = lineOf(row, words, lang);
    return `| ${[what, before, after, did, when].map((text) => safe(text) || ' ').join(' | ')} |`;
  });
  const table = [
    `| ${[words.what, words.before, words.after, ' ', words.when].join(' | ')} |`,
    '|---|---|---|---|---|',
    ...rows,
  ];
  return [
    `### ${title}`,
    '',
    ...facts.map((fact) => `- ${fact}`),
    ...(rows.length > 0 ? ['', ...table] : []),
    '',
  ].join('\n');
}

function head(receipt: Receipt, words: ReceiptWords, lang: string): string[] {
  const where = [receipt.console, receipt.origin].filter(Boolean).join(' · ');
  return [
    `${words.title}: ${receipt.title}`,
    ...(where ? [`${words.console}: ${where}`] : []),
    `${words.started}: ${timeText(Date.parse(receipt.started), lang)}`,
    words.result[receipt.phase],
    ...(receipt.said ? [words.said(receipt.said.words)] : []),
  ];
}

/** What a page wrote must stay words: no markup, no second cell, no second line. */
const safe = (text: string): string => text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|#]/gu, '\\$&');
