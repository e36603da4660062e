import { type Adapter, DeliveryError } from '../adapter.ts';
import { confirmationLetter } from '../mail/confirmation-letter.ts';
import { inquiryLetter } from '../mail/inquiry-letter.ts';
import type { LetterOptions } from '../mail/letter.ts';
import { linkLetter } from '../mail/link-letter.ts';
import { followUpLetter, replyLetter } from '../mail/reply-letter.ts';
import type { Post } from '../mail/transport.ts';

/** The name of the desk's own letters among the targets. */
export const MAIL = 'mail';

export interface MailboxOptions {
  name: string;
  /** The help desk's address. */
  to: string;
  /** What becomes of support's replies: a copy to the help desk, or nothing. */
  replies: 'copy' | 'none';
}

/** A help desk that takes e-mail. What it calls the ticket is not known, so the letter's own id stands for it. */
export function mailbox(options: MailboxOptions, letters: LetterOptions, post: Post): Adapter {
  return {
    name: options.name,
    tellsAsker: false,
    takesReplies: options.replies !== 'none',
    async deliver(parcel, signal) {
      if (parcel.kind === 'inquiry') {
        const letter = await inquiryLetter(parcel, options.to, letters);
        await post.send(letter, signal);
        return { id: letter.messageId };
      }
      if (parcel.kind === 'reply') {
        const letter = followUpLetter(parcel, options.name, options.to, letters);
        await post.send(letter, signal);
        return { ...parcel.tickets.get(options.name), id: letter.messageId };
      }
      throw new DeliveryError('give-up', 'refused', `${options.name} takes no ${parcel.kind}`);
    },
    check: (signal) => post.check(signal),
  };
}

/** The desk's own letters: to the asker, and to whoever asked for a link. */
export function ownLetters(letters: LetterOptions, post: Post): Adapter {
  return {
    name: MAIL,
    tellsAsker: true,
    takesReplies: true,
    async deliver(parcel, signal) {
      if (parcel.kind === 'inquiry') throw new DeliveryError('give-up', 'refused', 'letters take no inquiry');
      const letter =
        parcel.kind === 'confirmation'
          ? confirmationLetter(parcel, letters)
          : parcel.kind === 'reply'
            ? replyLetter(parcel, letters)
            : linkLetter(parcel, letters);
      await post.send(letter, signal);
      return { id: letter.messageId };
    },
    check: (signal) => post.check(signal),
  };
}
