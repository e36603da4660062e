import type { Log } from './settings.ts';
import type { Store } from './store/index.ts';

const HOUR = 60 * 60_000;

/**
 * Keeps the promise of the consent text: deletes what is due, now and every hour, and with it uploads that nobody
 * came back for. Returns the stop.
 */
export function startRetention(
  store: Pick<Store, 'expire'>,
  log: Log,
  now: () => number = Date.now,
): () => void {
  const sweep = async () => {
    try {
      const count = await store.expire(new Date(now()));
      if (count > 0) log('inquiries-expired', { count });
    } catch (error) {
      log('retention-failed', { error: String(error) });
    }
  };
  void sweep();
  const timer = setInterval(sweep, HOUR).unref();
  return () => clearInterval(timer);
}
