import { escapeHtml, markdownHtml } from '../body/markdown-html.ts';
import { words } from '../body/words.ts';
import {
  automatic,
  confirmationMessageId,
  inquiryHeaders,
  inquiryMessageId,
  type Letter,
  type LetterOptions,
  type ParcelOf,
} from './letter.ts';

/** To the asker, in their language: it has arrived, under this number. */
export function confirmationLetter({ stored }: ParcelOf<'confirmation'>, options: LetterOptions): Letter {
  const { inquiry, number } = stored;
  const say = words(inquiry.lang).confirmation;
  const parent = inquiryMessageId(inquiry.id, options);
  const lines = [say.hello, say.received(number), say.copy];
  return {
    from: options.from,
    to: { name: '', address: inquiry.email },
    ...(options.replyTo ? { replyTo: options.replyTo } : {}),
    envelope: { from: '', to: inquiry.email },
    messageId: confirmationMessageId(inquiry.id, options),
    inReplyTo: parent,
    references: [parent],
    date: new Date(stored.received),
    subject: say.subject(number),
    headers: { ...inquiryHeaders(inquiry.id, number), ...automatic('auto-replied') },
    text: `${lines.join('\n')}\n\n> ${inquiry.summary}\n>\n${quoted(inquiry.detail)}\n\n${say.noReply}\n`,
    html: `${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}<blockquote><p><strong>${escapeHtml(
      inquiry.summary,
    )}</strong></p>${markdownHtml(inquiry.detail)}</blockquote><p>${escapeHtml(say.noReply)}</p>`,
  };
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
