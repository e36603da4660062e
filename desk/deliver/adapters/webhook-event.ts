import type { InquiryParcel, ReplyParcel } from '../adapter.ts';

/** Standard Webhooks: events stay small, files go by link. */
const MOST_BYTES = 20_000;

interface Event {
  type: 'inquiry.created' | 'inquiry.replied';
  /** RFC 3339: when it happened, not when it was sent. */
  timestamp: string;
  data: Record<string, unknown>;
}

export async function inquiryEvent(
  { stored }: InquiryParcel,
  fileLink?: (inquiry: string, position: number) => Promise<string>,
): Promise<Event> {
  const { inquiry, number, received } = stored;
  const files = [];
  for (const [position, { name, type, size, hash }] of inquiry.files.entries())
    files.push({
      name,
      type,
      size,
      hash,
      ...(fileLink ? { url: await fileLink(inquiry.id, position) } : {}),
    });
  const { id, email, summary, company, phone, lang, detail, context } = inquiry;
  return small(
    {
      type: 'inquiry.created',
      timestamp: received,
      data: {
        ...{ id, number, email, summary, company, phone, lang, detail, files },
        context: { ...context, seen: context.seen.slice(0, 10) },
      },
    },
    'detail',
  );
}

export function replyEvent({ stored, reply }: ReplyParcel): Event {
  const { id, at, by, author, text } = reply;
  return small(
    {
      type: 'inquiry.replied',
      timestamp: at.toISOString(),
      data: { id, inquiry: stored.inquiry.id, number: stored.number, by, author, text },
    },
    'text',
  );
}

/** Cuts the one long text so that the event fits, and says so in `truncated`. */
function small(event: Event, field: string): Event {
  const bytes = () => Buffer.byteLength(JSON.stringify(event));
  while (bytes() > MOST_BYTES) {
    const text = String(event.data[field]);
    const over = bytes() - MOST_BYTES;
    // A character is at most six bytes of JSON, so cutting by a sixth of what is over never cuts too much.
    event.data[field] = text.slice(0, Math.max(0, text.length - Math.ceil(over / 6) - 1)).toWellFormed();
    event.data.truncated = true;
    if (!event.data[field]) break;
  }
  return event;
}
