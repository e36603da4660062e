import type { Log } from '../intake/index.ts';
import { type Delivered, DeliveryError, giveUp } from './adapter.ts';
import { MAIL } from './adapters/smtp.ts';
import { nextWait } from './backoff.ts';
import type { Adapters } from './config/adapters.ts';
import { makeParcel, type ParcelSource } from './parcel.ts';
import { addressTo } from './queue/address.ts';
import { giveBack, LEASE_SECONDS, markDead, markDone, markFailed, renew } from './queue/claim.ts';
import type { Claimed } from './queue/rows.ts';

export interface AttemptTools extends ParcelSource {
  adapters: Adapters;
  log: Log;
  /** Milliseconds to the next attempt, or `null` to give up. */
  nextWait?: typeof nextWait;
}

/** Longest that one attempt may take: 20 MB at a slow 2 Mbit/s still pass. */
const ATTEMPT_MS = 150_000;

/**
 * Tries one claimed delivery once and writes down what came of it.
 * @param closing aborted when the desk closes: then it is given back as it was
 * @returns how long its target asked to be left alone, in milliseconds
 */
export async function attempt(claimed: Claimed, tools: AttemptTools, closing: AbortSignal): Promise<number> {
  const { db, log } = tools;
  const lost = new AbortController();
  const beat = setInterval(
    async () => {
      // A database that does not answer for a moment is no reason to stop in the middle.
      if (!(await renew(db, claimed).catch(() => true)))
        lost.abort(new Error('another desk has taken it over'));
    },
    (LEASE_SECONDS * 1000) / 3,
  );
  const signal = AbortSignal.any([closing, lost.signal, AbortSignal.timeout(ATTEMPT_MS)]);
  const about = { kind: claimed.kind, target: claimed.target, attempt: claimed.attempts };
  try {
    const remote = await deliver(claimed, tools, signal);
    if (remote !== undefined) await surely(() => markDone(db, claimed, remote));
    log('delivered', about);
    return 0;
  } catch (cause) {
    if (closing.aborted) {
      await giveBack(db, claimed).catch(() => {});
      return 0;
    }
    const failure = asFailure(cause);
    const wait = (tools.nextWait ?? nextWait)(claimed.tries, Math.random(), failure.after);
    if (failure.fate === 'give-up' || wait === null) await surely(() => markDead(db, claimed, failure));
    else await surely(() => markFailed(db, claimed, failure, wait));
    const dead = failure.fate === 'give-up' || wait === null;
    log(dead ? 'delivery-dead' : 'delivery-failed', { ...about, code: failure.code });
    return failure.fate === 'retry' ? failure.after : 0;
  } finally {
    clearInterval(beat);
  }
}

/** `undefined`: it had no target yet, and its row is gone now. */
async function deliver(
  claimed: Claimed,
  tools: AttemptTools,
  signal: AbortSignal,
): Promise<Delivered | undefined> {
  const { db, adapters, readReply } = tools;
  if (claimed.target === '') {
    const names = await db.transaction((sql) => addressTo(sql, claimed, adapters, readReply));
    if (names.length === 0 && claimed.kind === 'link')
      throw giveUp('no-mail', 'desk.yaml has no mail: to send letters with');
    if (names.length === 0 && claimed.kind === 'reply')
      if ((await readReply(db, claimed.reply!))?.by === 'support')
        throw giveUp('no-way', 'desk.yaml has neither mail: nor a help desk that tells the asker');
    return undefined;
  }
  const adapter =
    claimed.target === MAIL ? adapters.mail : adapters.targets.find(({ name }) => name === claimed.target);
  if (!adapter) throw giveUp('no-target', `desk.yaml has no ${claimed.target} any more`);
  if (await isDisabled(claimed, tools))
    throw giveUp('gone', `${claimed.target} answered 410 Gone to an earlier delivery`);
  return adapter.deliver(await makeParcel(claimed, tools), signal);
}

/** Whether the target has said that it wants no more; taken back when support retries or drops that delivery. */
async function isDisabled({ id, target }: Claimed, { db }: AttemptTools): Promise<boolean> {
  const rows = await db.query(
    `select 1 from deliveries where target = $1 and id <> $2 and state = 'dead' and error_code = 'gone'
       and error like '410 %' limit 1`,
    [target, id],
  );
  return rows.length > 0;
}

function asFailure(cause: unknown): DeliveryError {
  if (cause instanceof DeliveryError) return cause;
  const timeout = (cause as Error)?.name === 'TimeoutError';
  return new DeliveryError('retry', timeout ? 'timeout' : 'fault', String(cause));
}

/** What came of it must not be forgotten because the database is restarting. After a minute the lease decides. */
async function surely(write: () => Promise<void>): Promise<void> {
  for (let left = 20; ; left--) {
    try {
      return await write();
    } catch (cause) {
      if (left === 0) throw cause;
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
}
