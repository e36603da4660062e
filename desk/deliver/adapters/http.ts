import { giveUp, retry } from '../adapter.ts';
import { retryAfterMs } from '../backoff.ts';

export interface Call {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  headers: Record<string, string>;
  /** Bytes and forms as they are, anything else as JSON. */
  body?: unknown;
  signal: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** The JSON of the answer; `null` when it is something else. */
  json: unknown;
}

/**
 * One request to a help desk. Returns 2xx, and what is in `also`.
 * @throws DeliveryError that knows whether trying again can help
 */
export async function call(
  { method, url, headers, body, signal }: Call,
  also: number[] = [],
): Promise<Answer> {
  const raw = body instanceof Uint8Array || body instanceof FormData;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body && !raw ? { 'Content-Type': JSON_TYPE } : {}),
        ...headers,
      },
      body:
        body === undefined ? null : raw ? (body as Uint8Array<ArrayBuffer> | FormData) : JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    text = await response.text();
  } catch (cause) {
    throw retry('unreachable', `${place(url)}: ${reason(cause)}`);
  }
  const answer = { status: response.status, headers: response.headers, json: asJson(text) };
  if (response.ok || also.includes(response.status)) return answer;
  throw refusal(method, url, answer, text);
}

const JSON_TYPE = 'application/json; charset=utf-8';

function refusal(method: string, url: string, { status, headers }: Answer, text: string): Error {
  const words = `${method} ${place(url)}: ${status} ${excerpt(text)}`.trim();
  const after = retryAfterMs(headers.get('Retry-After'), Date.now());
  if (status === 429) return retry('rate', words, after || 60_000);
  // Somebody can mend these while it waits: a token, a permission, a moved address.
  if (status === 401 || status === 403) return retry('auth', words);
  if (status >= 300 && status < 400)
    return retry('moved', `${words} ${headers.get('Location') ?? ''}`.trim());
  if (status >= 500 || [408, 409, 423, 425].includes(status)) return retry('busy', words, after);
  return giveUp('refused', words);
}

/** Without the query: it may hold an address. */
const place = (url: string) => url.split('?')[0]!;

/** What a person can use of an error page. */
export const excerpt = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 300);

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `fetch failed` says nothing; its cause does. */
export function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, message } = inner as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(' ') || String(cause);
}

/** `Basic …` */
export const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
