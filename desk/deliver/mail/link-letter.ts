import { escapeHtml } from '../body/markdown-html.ts';
import { words } from '../body/words.ts';
import { automatic, type Letter, type LetterOptions, type ParcelOf } from './letter.ts';

/** The one-time address, to whoever asked for it. */
export function linkLetter({ id, link }: ParcelOf<'link'>, options: LetterOptions): Letter {
  const say = words(link.lang).link;
  const address = escapeHtml(link.url);
  return {
    from: options.from,
    to: { name: '', address: link.to },
    envelope: { from: '', to: link.to },
    messageId: `<link-${id}@${options.from.address.split('@').at(-1)}>`,
    subject: say.subject,
    headers: automatic('auto-generated'),
    text: `${say.lead}\n\n${link.url}\n\n${say.once(link.minutes)} ${say.notYou}\n`,
    html: `<p>${escapeHtml(say.lead)}</p><p><a href="${address}">${address}</a></p><p>${escapeHtml(
      `${say.once(link.minutes)} ${say.notYou}`,
    )}</p>`,
  };
}
