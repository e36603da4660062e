import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import {
  type Adapter,
  DeliveryError,
  giveUp,
  type InquiryParcel,
  type ReplyParcel,
  retry,
} from '../adapter.ts';
import { retryAfterMs } from '../backoff.ts';
import { PrivateAddressError, publicLookup, refuseInnerHost } from './guard.ts';
import { excerpt, reason } from './http.ts';
import { inquiryEvent, replyEvent } from './webhook-event.ts';

export interface WebhookOptions {
  name: string;
  url: string;
  /** `whsec_` and 24 to 64 bytes in base64 */
  secret: string;
  /** Lets it reach the desk's own network, and plain http. */
  allowPrivate: boolean;
  replies: 'event' | 'none';
  /** A signed address of an attachment; without it files are named, not linked. */
  fileLink?: ((inquiry: string, position: number) => Promise<string>) | undefined;
}

/** Standard Webhooks: no answer in so long is no answer. */
const ANSWER_MS = 20_000;

/** A Standard Webhooks 1.0.0 sender. The delivery's id is `webhook-id`, the same on every attempt. */
export function webhook(options: WebhookOptions): Adapter {
  const signer = new Webhook(options.secret);

  async function deliver(parcel: InquiryParcel | ReplyParcel, signal: AbortSignal): Promise<null> {
    const event =
      parcel.kind === 'inquiry' ? await inquiryEvent(parcel, options.fileLink) : replyEvent(parcel);
    const body = JSON.stringify(event);
    const now = new Date();
    const { status, retryAfter, text } = await post(
      options,
      {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
        'User-Agent': 'Giljabi',
        'webhook-id': parcel.id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signer.sign(parcel.id, now, body),
      },
      body,
      signal,
    );
    if (status >= 200 && status < 300) return null;
    const words = `${status} ${excerpt(text)}`.trim();
    if (status === 410) throw giveUp('gone', `${words}: the receiver wants no more of these`);
    if (status === 429 || status === 503)
      throw retry('busy', words, retryAfterMs(retryAfter, Date.now()) || (status === 429 ? 60_000 : 0));
    throw retry('refused', words);
  }

  return {
    name: options.name,
    tellsAsker: false,
    takesReplies: options.replies === 'event',
    async deliver(parcel, signal) {
      if (parcel.kind === 'inquiry' || parcel.kind === 'reply') return deliver(parcel, signal);
      throw new DeliveryError('give-up', 'refused', `${options.name} takes no ${parcel.kind}`);
    },
    // Nothing to ask without sending an event: that somebody listens there, over TLS and in public, is all.
    async check(signal) {
      await post(options, { 'User-Agent': 'Giljabi' }, null, signal);
    },
  };
}

interface Posted {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

/** One request that follows no redirect and, unless allowed, reaches public addresses only. A HEAD without a body. */
function post(
  { url, allowPrivate }: WebhookOptions,
  headers: Record<string, string>,
  body: string | null,
  signal: AbortSignal,
): Promise<Posted> {
  const target = new URL(url);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise<Posted>((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(
        cause instanceof PrivateAddressError
          ? giveUp('private', cause.message)
          : retry('unreachable', `${target.host}: ${reason(cause)}`),
      );
    try {
      if (!allowPrivate) refuseInnerHost(target.hostname);
    } catch (cause) {
      return fail(cause);
    }
    const request = send(
      target,
      {
        method: body === null ? 'HEAD' : 'POST',
        headers,
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          // Enough to tell support why; an endless answer is not read.
          if (text.length < 4000) text += chunk;
          else request.destroy();
        });
        const done = () =>
          resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text });
        response.on('end', done);
        response.on('close', done);
        response.on('error', fail);
      },
    );
    request.on('error', fail);
    request.end(body ?? undefined);
  });
}
