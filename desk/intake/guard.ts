import type { Context } from 'hono';
import { cors } from 'hono/cors';
import {
  IDEMPOTENCY_HEADER,
  LENGTH_HEADER,
  OFFSET_HEADER,
  PROOF_HEADER,
} from '../../shared/inquiry/index.ts';
import { clientOf } from './client.ts';
import { Refusal } from './messages.ts';
import { maySend } from './origins.ts';
import { rateLimit } from './rate.ts';
import type { IntakeParts } from './settings.ts';

/** A large inquiry is posted twice and sends some eighty pieces. */
const PER_POST = { challenge: 2, files: 60, bytes: 16 * 1024 * 1024 } as const;

/** Who may ask, and how often. */
export function openGuard(parts: IntakeParts) {
  const rate = parts.rate ?? 60;
  const rates = {
    post: rateLimit(rate, parts.now),
    challenge: rateLimit(rate * PER_POST.challenge, parts.now),
    files: rateLimit(rate * PER_POST.files, parts.now),
    bytes: rateLimit(rate * PER_POST.bytes, parts.now),
  };
  const mayUse = (c: Context, origin: string) => maySend(origin, parts.allowedOrigins, c.req.header('Host'));

  return {
    cors: cors({
      origin: (origin, c) => (mayUse(c, origin) ? origin : null),
      allowMethods: ['GET', 'POST', 'PUT'],
      allowHeaders: ['Content-Type', IDEMPOTENCY_HEADER, PROOF_HEADER, OFFSET_HEADER, LENGTH_HEADER],
      exposeHeaders: ['Retry-After', OFFSET_HEADER, LENGTH_HEADER],
      maxAge: 600,
    }),
    /** @throws Refusal for a page of another site */
    origin(c: Context): void {
      const origin = c.req.header('Origin');
      if (origin !== undefined && !mayUse(c, origin)) throw new Refusal('origin', undefined, origin);
    },
    /** @throws Refusal when this client has had enough for now */
    count(c: Context, what: keyof typeof rates, amount = 1): void {
      const wait = rates[what].take(clientOf(c, parts.trustProxy ?? false), amount);
      if (wait === 0) return;
      c.header('Retry-After', String(wait));
      throw new Refusal('rate');
    },
  };
}
export type Guard = ReturnType<typeof openGuard>;

/** How much is held in memory at once, of whatever is counted; more is asked to come back. */
export function openSlots(most: number) {
  let taken = 0;
  return {
    /** @throws Refusal when there is no room */
    async hold<T>(amount: number, work: () => Promise<T>): Promise<T> {
      // What alone is larger than all room still passes alone.
      if (taken > 0 && taken + amount > most) throw new Refusal('busy');
      taken += amount;
      try {
        return await work();
      } finally {
        taken -= amount;
      }
    },
  };
}
