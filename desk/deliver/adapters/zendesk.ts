import type { Adapter, InquiryParcel, ReplyParcel } from '../adapter.ts';
import { giveUp, retry } from '../adapter.ts';
import { inquiryBody, inquirySubject, replyBody } from '../body/inquiry-body.ts';
import type { Remote } from '../queue/rows.ts';
import { type Answer, basic, type Call, call } from './http.ts';
import { ticketAdapter } from './ticket-adapter.ts';

export interface ZendeskOptions {
  name: string;
  /** `https://{subdomain}.zendesk.com` */
  url: string;
  /** The agent that an API token belongs to; without one the token is an OAuth access token. */
  user?: string | undefined;
  token: string;
  /** What becomes of support's replies: an internal note, a public comment that Zendesk mails, or nothing. */
  replies: 'note' | 'public' | 'none';
  tags: string[];
  /** Ids of custom fields. */
  fields: { company?: number | undefined; phone?: number | undefined; number?: number | undefined };
  lang: 'ko' | 'en' | 'ja';
}

interface Ticket {
  id: number;
}

/**
 * Zendesk Support by its tickets API. The inquiry's id is the ticket's `external_id`, so that a ticket whose
 * answer was lost is found again even after Zendesk has forgotten the Idempotency-Key (two hours).
 */
export function zendesk(options: ZendeskOptions): Adapter {
  const base = options.url.replace(/\/+$/, '');
  const headers = {
    Authorization: options.user ? basic(`${options.user}/token`, options.token) : `Bearer ${options.token}`,
  };
  const ask = (
    part: Omit<Call, 'url' | 'headers'> & { path: string; headers?: Record<string, string> },
    also?: number[],
  ) => call({ ...part, url: base + part.path, headers: { ...headers, ...part.headers } }, also);

  async function find(id: string, signal: AbortSignal): Promise<Remote | null> {
    const path = `/api/v2/tickets.json?external_id=${encodeURIComponent(id)}`;
    const { json } = await ask({ method: 'GET', path, signal });
    const ticket = (json as { tickets?: Ticket[] } | null)?.tickets?.[0];
    return ticket ? remote(ticket) : null;
  }

  const remote = ({ id }: Ticket): Remote => ({ id: String(id), url: `${base}/agent/tickets/${id}` });

  /** All files under one token, which the comment then names. */
  async function upload(parcel: InquiryParcel, signal: AbortSignal): Promise<string[]> {
    let token: string | undefined;
    for (const [position, { name, type }] of parcel.stored.inquiry.files.entries()) {
      const query = new URLSearchParams({ filename: name, ...(token ? { token } : {}) });
      const { json } = await ask({
        method: 'POST',
        path: `/api/v2/uploads.json?${query}`,
        headers: { 'Content-Type': type },
        body: await parcel.file(position),
        signal,
      });
      token ??= (json as { upload?: { token?: string } } | null)?.upload?.token;
      if (!token) throw retry('answer', 'the upload was answered without a token');
    }
    return token ? [token] : [];
  }

  async function create(parcel: InquiryParcel, signal: AbortSignal): Promise<Remote> {
    const { stored } = parcel;
    const { inquiry } = stored;
    if (parcel.attempt > 1) {
      const known = await find(inquiry.id, signal);
      if (known) return known;
    }
    const values = { company: inquiry.company, phone: inquiry.phone, number: stored.number };
    const custom = Object.entries(options.fields).map(([key, id]) => ({
      id,
      value: values[key as keyof typeof values],
    }));
    const answer = await ask(
      {
        method: 'POST',
        path: '/api/v2/tickets.json',
        headers: { 'Idempotency-Key': inquiry.id },
        body: {
          ticket: {
            subject: inquirySubject(stored),
            comment: {
              html_body: inquiryBody(stored, options.lang).html,
              public: true,
              uploads: await upload(parcel, signal),
            },
            requester: { name: inquiry.email.split('@')[0], email: inquiry.email },
            external_id: inquiry.id,
            tags: options.tags,
            custom_fields: custom,
          },
        },
        signal,
      },
      [400],
    );
    return created(answer);
  }

  function created({ status, json }: Answer): Remote {
    const { ticket, error, description } = (json ?? {}) as {
      ticket?: Ticket;
      error?: string;
      description?: string;
    };
    if (status !== 400 && ticket?.id) return remote(ticket);
    // An earlier attempt, whose files had other upload tokens, is being handled or was: the next one looks for it.
    if (error === 'IdempotentRequestError') throw retry('in-flight', `Zendesk: ${description}`, 60_000);
    if (status === 400) throw giveUp('refused', `Zendesk: ${error} ${description}`);
    throw retry('answer', 'the ticket was answered without an id');
  }

  async function update(parcel: ReplyParcel, signal: AbortSignal): Promise<Remote> {
    const ticket = parcel.tickets.get(options.name);
    if (!ticket) throw giveUp('no-ticket', `${options.name} has no ticket of this inquiry`);
    const { reply } = parcel;
    const path = `/api/v2/tickets/${encodeURIComponent(ticket.id)}`;
    // Updates know no Idempotency-Key; the audit keeps our own.
    if (parcel.attempt > 1 && (await hasReply(path, reply.id, signal))) return ticket;
    const author = reply.by === 'asker' ? await requester(path, signal) : {};
    await ask({
      method: 'PUT',
      path: `${path}.json`,
      body: {
        ticket: {
          comment: {
            html_body: replyBody(reply, options.lang).html,
            public: reply.by === 'asker' || options.replies === 'public',
            ...author,
          },
          metadata: { giljabi_reply: reply.id },
        },
      },
      signal,
    });
    return ticket;
  }

  /** As the asker, so that Zendesk does not mail them their own words. */
  async function requester(path: string, signal: AbortSignal): Promise<{ author_id?: number }> {
    const { json } = await ask({ method: 'GET', path: `${path}.json`, signal });
    const id = (json as { ticket?: { requester_id?: number } } | null)?.ticket?.requester_id;
    return id ? { author_id: id } : {};
  }

  async function hasReply(path: string, id: string, signal: AbortSignal): Promise<boolean> {
    for (let next: string | null = `${path}/audits.json?page[size]=100`; next; ) {
      const { json } = await ask({ method: 'GET', path: next, signal });
      const page = (json ?? {}) as {
        audits?: { metadata?: { custom?: Record<string, unknown> } }[];
        meta?: { has_more?: boolean; after_cursor?: string };
      };
      if (page.audits?.some(({ metadata }) => metadata?.custom?.giljabi_reply === id)) return true;
      const { has_more, after_cursor } = page.meta ?? {};
      next =
        has_more && after_cursor
          ? `${path}/audits.json?page[size]=100&page[after]=${encodeURIComponent(after_cursor)}`
          : null;
    }
    return false;
  }

  return ticketAdapter(options, {
    create,
    reply: update,
    async check(signal) {
      const { json } = await ask({ method: 'GET', path: '/api/v2/users/me.json', signal });
      const role = (json as { user?: { role?: string } } | null)?.user?.role;
      // Zendesk answers as "anonymous" rather than 401 when nobody signed in.
      if (role !== 'agent' && role !== 'admin')
        throw giveUp('refused', `the account is ${role ?? 'unknown'}: tickets need an agent or admin`);
    },
  });
}
