import { retryDelay } from './backoff.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { type SendResult, sendOnce } from './sender.ts';

/** Where inquiries go, as the bundle's lounge says it. */
export interface DeskAddress {
  url: string;
  /** Raw Ed25519 public key, base64. */
  receiptKey: string;
}

export interface FlushTools {
  fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** 0 <= n < 1 */
  random?: () => number;
  /** `navigator.locks`; `null` where there is none. */
  locks?: Pick<LockManager, 'request'> | null;
  /** Also what is not due yet: the person pressed "send now". */
  force?: boolean;
}

export interface FlushReport {
  sent: { id: string; result: SendResult }[];
  /** When the next entry is due, milliseconds since 1970; `null` when nothing waits. */
  next: number | null;
}

type Queued = Pick<Outbox, 'name' | 'list' | 'get' | 'update' | 'settle'>;

/**
 * Sends what is due, oldest first. One flush at a time works on an outbox, across all tabs: a second one waits
 * and then finds what is left. An entry leaves only by a verified receipt; a refused one stays with its error.
 */
export function flush(outbox: Queued, desk: DeskAddress, tools: FlushTools = {}): Promise<FlushReport> {
  const locks = tools.locks === undefined ? globalThis.navigator?.locks : tools.locks;
  const work = () => flushAlone(outbox, desk, tools);
  return locks ? locks.request(`${outbox.name}:flush`, work) : oneByOne(outbox, work);
}

async function flushAlone(outbox: Queued, desk: DeskAddress, tools: FlushTools): Promise<FlushReport> {
  const { now = Date.now, random = Math.random, fetch, force = false } = tools;
  const sent: FlushReport['sent'] = [];
  for (const { inquiry } of await outbox.list()) {
    // Read again: the person may have removed it while the one before was on its way.
    const entry = await outbox.get(inquiry.id);
    if (!entry || !(isDue(entry, now()) || (force && entry.state === 'waiting'))) continue;
    const sending: OutboxEntry = { ...entry, state: 'sending', attempts: entry.attempts + 1 };
    await outbox.update(sending);
    const result = await sendOnce(entry, desk.url, desk.receiptKey, fetch);
    sent.push({ id: inquiry.id, result });

    if (result.state === 'received') await outbox.settle(inquiry, result.receipt, result.signed);
    else if (result.state === 'refused')
      await outbox.update({ ...sending, state: 'refused', error: result.error, reason: null });
    else {
      const nextAttempt = now() + retryDelay(sending.attempts, random(), result.wait);
      await outbox.update({ ...sending, state: 'waiting', nextAttempt, reason: result.reason });
    }
  }
  const waiting = (await outbox.list()).filter((entry) => entry.state !== 'refused');
  return { sent, next: waiting.length ? Math.min(...waiting.map((entry) => entry.nextAttempt)) : null };
}

/** Whoever holds the lock is the only sender: an entry that says `sending` was left by a tab that died. */
function isDue(entry: OutboxEntry, now: number): boolean {
  return entry.state === 'sending' || (entry.state === 'waiting' && entry.nextAttempt <= now);
}

const queues = new WeakMap<object, Promise<unknown>>();

/** Without Web Locks at least the flushes of this outbox object follow one another. */
function oneByOne<T>(outbox: object, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(outbox) ?? Promise.resolve()).then(work, work);
  queues.set(outbox, turn);
  return turn;
}
