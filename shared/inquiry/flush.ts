import { LONGEST_WAIT, retryDelay } from './backoff.ts';
import type { Outbox } from './outbox.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { type SendProgress, type SendResult, sendOnce } from './sender.ts';

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
  /** How far the files of the entry that is being sent have come. */
  progress?: (progress: SendProgress) => void;
}

export interface FlushReport {
  sent: { id: string; result: SendResult }[];
  /** When the next entry is due, milliseconds since 1970, an hour from now at most; `null` when nothing waits. */
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
  const { now = Date.now, random = Math.random, fetch, force = false, progress } = tools;
  const sent: FlushReport['sent'] = [];
  let unrecorded: number | null = null;
  for (const { inquiry } of await outbox.list()) {
    // Read again: the person may have removed it while the one before was on its way.
    const entry = await outbox.get(inquiry.id);
    if (!entry || !(isDue(entry, now()) || (force && entry.state === 'waiting'))) continue;
    const sending: OutboxEntry = { ...entry, state: 'sending', attempts: entry.attempts + 1 };
    // A full disk must keep neither this inquiry from going out nor those after it.
    await outbox.update(sending).catch(() => {});
    const result = await sendOnce(entry, desk.url, desk.receiptKey, fetch, progress);
    sent.push({ id: inquiry.id, result });
    await record(outbox, sending, result, now() + waitAfter(sending, result, random())).catch(() => {
      unrecorded = now() + retryDelay(sending.attempts, random());
    });
  }
  const due = (await outbox.list())
    .filter((entry) => entry.state !== 'refused')
    .map((entry) => Math.max(entry.nextAttempt, unrecorded ?? 0));
  return { sent, next: due.length ? Math.min(...due, now() + LONGEST_WAIT) : null };
}

const waitAfter = ({ attempts }: OutboxEntry, result: SendResult, random: number) =>
  retryDelay(attempts, random, result.state === 'later' ? result.wait : null);

/** Writes down how an attempt ended. What cannot be written is sent again later and gets the same receipt. */
async function record(
  outbox: Queued,
  sending: OutboxEntry,
  result: SendResult,
  nextAttempt: number,
): Promise<void> {
  if (result.state === 'received') await outbox.settle(sending.inquiry, result.receipt, result.signed);
  else if (result.state === 'refused')
    await outbox.update({ ...sending, state: 'refused', error: result.error, reason: null });
  else await outbox.update({ ...sending, state: 'waiting', nextAttempt, reason: result.reason });
}

/**
 * Whoever holds the lock is the only sender: an entry that says `sending` was left by a tab that died. One that is
 * due later than anything ever waits was written down before the clock was set back.
 */
function isDue({ state, nextAttempt }: OutboxEntry, now: number): boolean {
  if (state !== 'waiting') return state === 'sending';
  return nextAttempt <= now || nextAttempt > now + LONGEST_WAIT;
}

const queues = new WeakMap<object, Promise<unknown>>();

/** Without Web Locks at least the flushes of this outbox object follow one another. */
function oneByOne<T>(outbox: object, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(outbox) ?? Promise.resolve()).then(work, work);
  queues.set(outbox, turn);
  return turn;
}
