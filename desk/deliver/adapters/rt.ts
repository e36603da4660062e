import type { Adapter, InquiryParcel, ReplyParcel } from '../adapter.ts';
import { DeliveryError, giveUp, retry } from '../adapter.ts';
import { carriedType } from '../body/carried-type.ts';
import { inquiryBody, inquirySubject, replyBody } from '../body/inquiry-body.ts';
import type { Remote } from '../queue/rows.ts';
import { basic, type Call, call } from './http.ts';
import { ticketAdapter } from './ticket-adapter.ts';

export interface RtOptions {
  name: string;
  /** Where RT is, without `/REST/2.0`. */
  url: string;
  /** With a user it is that user's password, without one an authentication token. */
  user?: string | undefined;
  secret: string;
  queue: string;
  /** RT's $rtname, for the subject tag of e-mails. */
  rtname?: string | undefined;
  replies: 'note' | 'public' | 'none';
  /** Names of custom fields. */
  fields: { company?: string | undefined; phone?: string | undefined; number?: string | undefined };
  lang: 'ko' | 'en' | 'ja';
}

interface Found {
  items?: { id: string | number; Subject?: string; Type?: string; Data?: string }[];
  pages?: number;
}

/**
 * Request Tracker 5 by REST 2. It knows no idempotency key, but its searches are exact and see everything at
 * once: a ticket is found again by the inquiry's number in its subject, a reply by the id in its own.
 */
export function requestTracker(options: RtOptions): Adapter {
  const base = options.url.replace(/\/+$/, '');
  const headers = {
    Authorization: options.user ? basic(options.user, options.secret) : `token ${options.secret}`,
  };
  const ask = (part: Omit<Call, 'url' | 'headers'> & { path: string }) =>
    call({ ...part, url: `${base}/REST/2.0${part.path}`, headers });

  const remote = (id: string | number): Remote => ({
    id: String(id),
    url: `${base}/Ticket/Display.html?id=${id}`,
    ...(options.rtname ? { tag: `[${options.rtname} #${id}]` } : {}),
  });

  async function find({ stored }: InquiryParcel, signal: AbortSignal): Promise<Remote | null> {
    // A number is digits and a hyphen: nothing to quote. The underscore and the percent sign would be patterns.
    const query = `Subject LIKE '[${stored.number}]'`;
    const search = new URLSearchParams({ query, fields: 'Subject', orderby: 'id' });
    const { json } = await ask({ method: 'GET', path: `/tickets?${search}`, signal });
    const items = (json as Found | null)?.items ?? [];
    const ticket = items.find(({ Subject }) => Subject?.startsWith(`[${stored.number}]`));
    return ticket ? remote(ticket.id) : null;
  }

  async function create(parcel: InquiryParcel, signal: AbortSignal): Promise<Remote> {
    const { stored } = parcel;
    const { inquiry } = stored;
    if (parcel.attempt > 1) {
      const known = await find(parcel, signal);
      if (known) return known;
    }
    const values = { company: inquiry.company, phone: inquiry.phone, number: stored.number };
    const fields = Object.entries(options.fields).map(([key, name]) => [
      name,
      values[key as keyof typeof values],
    ]);
    const ticket = {
      Queue: options.queue,
      Subject: inquirySubject(stored),
      Requestor: inquiry.email,
      Content: inquiryBody(stored, options.lang).html,
      ContentType: 'text/html',
      ...(fields.length > 0 ? { CustomFields: Object.fromEntries(fields) } : {}),
    };
    const { json } = await ask({ method: 'POST', path: '/ticket', body: await form(ticket, parcel), signal });
    const id = (json as { id?: string | number } | null)?.id;
    if (!id) throw retry('answer', 'the ticket was answered without an id');
    return remote(id);
  }

  async function say(parcel: ReplyParcel, signal: AbortSignal): Promise<Remote> {
    const ticket = parcel.tickets.get(options.name);
    if (!ticket) throw giveUp('no-ticket', `${options.name} has no ticket of this inquiry`);
    const { reply, stored } = parcel;
    const path = `/ticket/${encodeURIComponent(ticket.id)}`;
    const mark = `(${reply.id.slice(0, 13)})`;
    if (parcel.attempt > 1 && (await hasSaid(path, mark, signal))) return ticket;
    const publicly = reply.by === 'asker' || options.replies === 'public';
    await ask({
      method: 'POST',
      path: `${path}/${publicly ? 'correspond' : 'comment'}`,
      body: {
        Subject: `Re: ${inquirySubject(stored)} ${mark}`,
        Content: replyBody(reply, options.lang).html,
        ContentType: 'text/html',
      },
      signal,
    });
    return ticket;
  }

  /** The subject of what was said is the `Data` of its transaction. */
  async function hasSaid(path: string, mark: string, signal: AbortSignal): Promise<boolean> {
    for (let page = 1, pages = 1; page <= pages; page++) {
      const { json } = await ask({
        method: 'GET',
        path: `${path}/history?fields=Type,Data&per_page=100&page=${page}`,
        signal,
      });
      const found = (json ?? {}) as Found;
      if (found.items?.some(({ Data }) => Data?.includes(mark))) return true;
      pages = found.pages ?? 1;
    }
    return false;
  }

  return ticketAdapter(options, {
    create,
    reply: say,
    async check(signal) {
      await ask({ method: 'GET', path: '/rt', signal });
      await ask({ method: 'GET', path: `/queue/${encodeURIComponent(options.queue)}`, signal }).catch(
        (cause) => {
          if (cause instanceof DeliveryError && cause.fate === 'give-up')
            throw giveUp('refused', `there is no queue "${options.queue}", or the account may not see it`);
          throw cause;
        },
      );
    },
  });
}

/** Not base64 inside the JSON: there RT 5 answers 500 to every file name that is not ASCII. */
async function form(ticket: object, parcel: InquiryParcel): Promise<FormData> {
  const body = new FormData();
  body.append('JSON', JSON.stringify(ticket));
  for (const [position, { name, type, size }] of parcel.stored.inquiry.files.entries()) {
    // RT takes an empty file for a missing one and refuses the ticket; the text names it.
    if (size === 0) continue;
    const bytes = new Uint8Array(await parcel.file(position));
    body.append('Attachments', new Blob([bytes], { type: carriedType(type, bytes) }), name);
  }
  return body;
}
