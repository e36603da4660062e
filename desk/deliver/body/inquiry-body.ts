import type { StoredInquiry } from '../adapter.ts';
import type { Reply } from '../outgoing.ts';
import { escapeHtml, markdownHtml } from './markdown-html.ts';
import { type Words, words } from './words.ts';

export interface Body {
  html: string;
  text: string;
}

/** What a help desk's people read: what was asked, then who asked and where. In support's language. */
export function inquiryBody({ inquiry }: StoredInquiry, lang: 'ko' | 'en' | 'ja'): Body {
  const rows = facts(inquiry, words(lang));
  const html = rows.map(([name, value]) => `<strong>${escapeHtml(name)}</strong>: ${escapeHtml(value)}`);
  return {
    html: `${markdownHtml(inquiry.detail)}<hr><p>${html.join('<br>')}</p>`,
    text: `${inquiry.detail}\n\n-- \n${rows.map(([name, value]) => `${name}: ${value}`).join('\n')}\n`,
  };
}

/** The subject or title of everything about an inquiry; the number is how it is found again. */
export const inquirySubject = ({ number, inquiry }: StoredInquiry): string =>
  `[${number}] ${inquiry.summary}`;

/** Somebody's further words, for a ticket that the desk's own account writes into. */
export function replyBody(reply: Reply, lang: 'ko' | 'en' | 'ja'): Body {
  const lead = words(lang).wrote(reply.author);
  return {
    html: `<p>${escapeHtml(lead)}</p>${markdownHtml(reply.text)}`,
    text: `${lead}\n\n${reply.text}\n`,
  };
}

function facts(inquiry: StoredInquiry['inquiry'], say: Words): [string, string][] {
  const { context } = inquiry;
  const all: [string, string | null][] = [
    [say.email, inquiry.email],
    [say.company, inquiry.company],
    [say.phone, inquiry.phone],
    [say.page, context.page],
    [say.guide, context.guide],
    [say.step, context.step],
    [say.files, inquiry.files.map(({ name }) => name).join(', ')],
  ];
  return all.filter((row): row is [string, string] => Boolean(row[1]));
}
