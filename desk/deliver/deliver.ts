import { type AttemptTools, attempt } from './attempt.ts';
import { claimNext, forgetLinks, freeLeftovers } from './queue/claim.ts';

export interface Delivering {
  /** Looks now rather than at the next turn: something was enqueued. */
  wake(): void;
  /** Gives back what is under way and ends. */
  stop(): Promise<void>;
}

export interface DeliverOptions extends AttemptTools {
  /** Milliseconds between two looks at the queue. */
  every?: number;
  /** How many deliveries may be under way at once. */
  most?: number;
}

const HOUR = 60 * 60_000;

/** Works the queue until it is stopped. Several desks may do so on one database. */
export function startDelivering(options: DeliverOptions): Delivering {
  const { db, log, every = 2000, most = 4 } = options;
  const closing = new AbortController();
  const under = new Set<Promise<void>>();
  /** Targets that asked for patience, and until when. */
  const paused = new Map<string, number>();
  let turn: Promise<void> | null = null;
  let again = false;
  let swept = 0;
  const ready = freeLeftovers(db).catch((cause) => log('delivery-fault', { error: String(cause) }));

  async function look(): Promise<void> {
    await ready;
    if (Date.now() - swept > HOUR) {
      swept = Date.now();
      await forgetLinks(db);
    }
    while (!closing.signal.aborted && under.size < most) {
      const now = Date.now();
      for (const [name, until] of paused) if (until <= now) paused.delete(name);
      const claimed = await claimNext(db, [...paused.keys()]);
      if (!claimed) return;
      const work = attempt(claimed, options, closing.signal)
        .then((pause) => {
          if (pause > 0) paused.set(claimed.target, Date.now() + pause);
        })
        .catch((cause) => log('delivery-fault', { error: String(cause) }))
        .finally(() => {
          under.delete(work);
          wake();
        });
      under.add(work);
    }
  }

  function wake(): void {
    again = true;
    if (turn || closing.signal.aborted) return;
    turn = (async () => {
      while (again && !closing.signal.aborted) {
        again = false;
        // A database that is away comes back; the next turn looks again.
        await look().catch((cause) => log('delivery-fault', { error: String(cause) }));
      }
    })().finally(() => {
      turn = null;
    });
  }

  const timer = setInterval(wake, every).unref();
  wake();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      closing.abort(new Error('the desk is closing'));
      await turn;
      await Promise.all(under);
    },
  };
}
