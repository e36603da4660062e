import { replyBody } from '../body/inquiry-body.ts';
import { escapeHtml, markdownHtml } from '../body/markdown-html.ts';
import { words } from '../body/words.ts';
import {
  confirmationMessageId,
  inquiryHeaders,
  inquiryMessageId,
  type Letter,
  type LetterOptions,
  type ParcelOf,
  replyMessageId,
} from './letter.ts';

/** What every letter about a reply has in common: it follows the inquiry and all that was said since. */
function thread(parcel: ParcelOf<'reply'>, options: LetterOptions) {
  const { stored, reply, earlier } = parcel;
  const { id } = stored.inquiry;
  const before = earlier.map((one) => replyMessageId(one, options));
  const parent = inquiryMessageId(id, options);
  return {
    from: options.from,
    messageId: replyMessageId(reply.id, options),
    inReplyTo: before.at(-1) ?? parent,
    references: [parent, confirmationMessageId(id, options), ...before],
    date: reply.at,
    headers: inquiryHeaders(id, stored.number),
  };
}

/** Support's words to the asker. Written by a person, so it is not automatic mail. */
export function replyLetter(parcel: ParcelOf<'reply'>, options: LetterOptions): Letter {
  const { stored, reply } = parcel;
  const { inquiry, number } = stored;
  const say = words(inquiry.lang).reply;
  const { tags, mailbox } = answersTo(parcel, options);
  const replyTo = mailbox ?? options.replyTo;
  return {
    ...thread(parcel, options),
    to: { name: '', address: inquiry.email },
    ...(replyTo ? { replyTo } : {}),
    envelope: { from: options.from.address, to: inquiry.email },
    subject: [say.subject(number, inquiry.summary), ...tags].join(' '),
    text: `${reply.text}\n\n-- \n${reply.author}\n${say.below(number)}\n`,
    html: `${markdownHtml(reply.text)}<p>${escapeHtml(reply.author)}<br>${escapeHtml(say.below(number))}</p>`,
  };
}

/**
 * The same, or the asker's further words, to a help desk that is reached by e-mail. Only the asker's own words
 * name them in Reply-To: a help desk takes that for the sender.
 */
export function followUpLetter(
  parcel: ParcelOf<'reply'>,
  name: string,
  to: string,
  options: LetterOptions,
): Letter {
  const { stored, reply, tickets } = parcel;
  const { inquiry, number } = stored;
  const tag = tickets.get(name)?.tag;
  const subject = words(options.lang).reply.subject(number, inquiry.summary);
  return {
    ...thread(parcel, options),
    to,
    ...(reply.by === 'asker' ? { replyTo: { name: '', address: inquiry.email } } : {}),
    envelope: { from: options.from.address, to },
    subject: tag ? `${subject} ${tag}` : subject,
    ...replyBody(reply, options.lang),
  };
}

/** The help desks that read e-mail about this: their subject tags, and the address of the first one. */
function answersTo({ tickets }: ParcelOf<'reply'>, { mailboxes }: LetterOptions) {
  const reading = [...tickets].filter(([name, { tag }]) => tag && mailboxes.has(name));
  return {
    tags: reading.map(([, { tag }]) => tag!),
    mailbox: reading[0] && mailboxes.get(reading[0][0]),
  };
}
