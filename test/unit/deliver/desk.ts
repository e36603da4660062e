import { type DeskConfig, listDeliveries, openDeliveries } from '../../../desk/deliver/index.ts';
import type { Store } from '../../../desk/intake/index.ts';
import { type replyBook, until } from './store.ts';

/** A desk that delivers what is in `store` and tries again at once, whatever a target asks. */
export function runDesk(
  store: Store,
  config: Partial<DeskConfig>,
  {
    env = {},
    book,
    waits = [],
  }: { env?: Record<string, string>; book?: ReturnType<typeof replyBook>; waits?: number[] } = {},
) {
  const running = openDeliveries({
    config: { lang: 'ko', deliver: [], ...config },
    env,
    store,
    readReply: book?.read,
    log: () => {},
    every: 20,
    nextWait(tries, _random, asked) {
      waits.push(asked);
      return tries > 6 ? null : 1;
    },
  });
  return {
    ...running,
    /** Every delivery of an inquiry, when none is under way any more. */
    async settled(inquiry: string) {
      running.wake();
      return until(async () => {
        const rows = await listDeliveries(store.database, { inquiry });
        return rows.every(({ state }) => state !== 'waiting' && state !== 'running') && rows;
      });
    },
  };
}
