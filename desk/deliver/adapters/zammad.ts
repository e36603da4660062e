import type { Adapter, InquiryParcel, ReplyParcel } from '../adapter.ts';
import { DeliveryError, giveUp, retry } from '../adapter.ts';
import { inquiryBody, inquirySubject, replyBody } from '../body/inquiry-body.ts';
import type { Remote } from '../queue/rows.ts';
import { type Call, call } from './http.ts';
import { ticketAdapter } from './ticket-adapter.ts';

export interface ZammadOptions {
  name: string;
  url: string;
  /** An access token with `ticket.agent`. */
  token: string;
  group: string;
  replies: 'note' | 'public' | 'none';
  /** Name of a ticket attribute (text) that keeps the inquiry's id. */
  field?: string | undefined;
  /** Zammad's setting "Ticket Hook". */
  hook: string;
  lang: 'ko' | 'en' | 'ja';
}

interface Ticket {
  id: number;
  number: string;
  title: string;
}
interface Article {
  message_id?: string | null;
}

/** A search index needs this long to see a new ticket. */
const INDEX_MS = 60_000;

/**
 * Zammad by its REST API, which knows no idempotency key: what may have been made although no answer came is
 * looked for before it is made again, a ticket by the inquiry's number in its title, a reply by its Message-ID.
 */
export function zammad(options: ZammadOptions): Adapter {
  const base = options.url.replace(/\/+$/, '');
  const headers = { Authorization: `Token token=${options.token}` };
  const ask = (part: Omit<Call, 'url' | 'headers'> & { path: string }) =>
    call({ ...part, url: `${base}/api/v1${part.path}`, headers });

  const remote = ({ id, number }: Ticket): Remote => ({
    id: String(id),
    url: `${base}/#ticket/zoom/${id}`,
    tag: `[${options.hook}${number}]`,
  });

  async function find(parcel: InquiryParcel, signal: AbortSignal): Promise<Remote | null> {
    const { number } = parcel.stored;
    const query = new URLSearchParams({ query: `"${number}"`, limit: '50', expand: 'true' });
    const { json } = await ask({ method: 'GET', path: `/tickets/search?${query}`, signal });
    const ticket = (Array.isArray(json) ? (json as Ticket[]) : []).find(({ title }) =>
      title?.startsWith(`[${number}]`),
    );
    return ticket ? remote(ticket) : null;
  }

  async function create(parcel: InquiryParcel, signal: AbortSignal): Promise<Remote> {
    const { stored } = parcel;
    const { inquiry } = stored;
    if (parcel.attempt > 1) {
      const known = await find(parcel, signal);
      if (known) return known;
    }
    const attachments = [];
    for (const [position, { name, type }] of inquiry.files.entries())
      attachments.push({
        filename: name,
        data: Buffer.from(await parcel.file(position)).toString('base64'),
        'mime-type': type,
      });
    const body = {
      title: inquirySubject(stored),
      group: options.group,
      customer_id: `guess:${inquiry.email}`,
      ...(options.field ? { [options.field]: inquiry.id } : {}),
      article: {
        subject: inquirySubject(stored),
        body: inquiryBody(stored, options.lang).html,
        content_type: 'text/html',
        type: 'web',
        sender: 'Customer',
        internal: false,
        attachments,
      },
    };
    const { json } = await unheard(() => ask({ method: 'POST', path: '/tickets', body, signal }));
    const ticket = json as Ticket | null;
    if (!ticket?.id) throw retry('answer', 'the ticket was answered without an id', INDEX_MS);
    return remote(ticket);
  }

  async function add(parcel: ReplyParcel, signal: AbortSignal): Promise<Remote> {
    const ticket = parcel.tickets.get(options.name);
    if (!ticket) throw giveUp('no-ticket', `${options.name} has no ticket of this inquiry`);
    const { reply } = parcel;
    const messageId = `<rep-${reply.id}@giljabi.invalid>`;
    if (parcel.attempt > 1) {
      const { json } = await ask({
        method: 'GET',
        path: `/ticket_articles/by_ticket/${encodeURIComponent(ticket.id)}`,
        signal,
      });
      if (Array.isArray(json) && (json as Article[]).some((one) => one.message_id === messageId))
        return ticket;
    }
    const publicly = reply.by === 'asker' || options.replies === 'public';
    await ask({
      method: 'POST',
      path: '/ticket_articles',
      body: {
        ticket_id: Number(ticket.id),
        message_id: messageId,
        subject: `Re: ${inquirySubject(parcel.stored)}`,
        body: replyBody(reply, options.lang).html,
        content_type: 'text/html',
        // An article of type `email` by an agent is what Zammad sends to the customer.
        ...(reply.by === 'asker'
          ? { type: 'web', sender: 'Customer' }
          : publicly
            ? { type: 'email', sender: 'Agent', to: parcel.stored.inquiry.email }
            : { type: 'note', sender: 'Agent' }),
        internal: !publicly,
      },
      signal,
    });
    return ticket;
  }

  return ticketAdapter(options, {
    create,
    reply: add,
    async check(signal) {
      await ask({ method: 'GET', path: '/users/me', signal });
      const { json } = await ask({ method: 'GET', path: '/groups?expand=true', signal }).catch((cause) => {
        // Only admins may list groups; a token that may not can still make tickets.
        if (cause instanceof DeliveryError && cause.code === 'auth') return { json: null };
        throw cause;
      });
      const groups = Array.isArray(json) ? (json as { name: string }[]) : null;
      if (groups && !groups.some(({ name }) => name === options.group))
        throw giveUp('refused', `there is no group "${options.group}"`);
    },
  });
}

/** When nothing was heard, the ticket may be there: the next attempt waits until the search would show it. */
async function unheard<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (
      cause instanceof DeliveryError &&
      cause.fate === 'retry' &&
      ['unreachable', 'busy'].includes(cause.code)
    )
      throw retry(cause.code, cause.message, Math.max(cause.after, INDEX_MS));
    throw cause;
  }
}
