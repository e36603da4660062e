import { Hono } from 'hono';
import type { Database } from '../intake/index.ts';
import { readPresence } from '../intake/presence.ts';
import { ownersOnly } from '../local.ts';
import { addReply, assign, type CaseFilter, findCase, listCases, setState } from './cases.ts';
import type { State } from './states.ts';

export const SUPPORT_PATH = '/api/desk/support';

/**
 * The cases for the command line on the same machine, which cannot open the store that this desk holds.
 */
export function supportRoutes(db: Database, dataDir: string, answered: () => void): Hono {
  const app = new Hono();
  app.use(
    `${SUPPORT_PATH}/*`,
    ownersOnly(async () => (await readPresence(dataDir))?.token ?? null),
  );

  const calls: Record<string, (...args: never[]) => Promise<unknown>> = {
    list: (filter: CaseFilter) => listCases(db, filter),
    find: (key: string) => findCase(db, key),
    reply: async (words: Omit<Parameters<typeof addReply>[1], 'by'>) => {
      const added = await addReply(db, { ...words, by: 'support' });
      answered();
      return added;
    },
    assign: (inquiry: string, who: string) => assign(db, inquiry, who),
    state: (inquiry: string, state: State) => setState(db, inquiry, state),
  };
  app.post(`${SUPPORT_PATH}/:call`, async (c) => {
    const call = c.req.param('call');
    if (!Object.hasOwn(calls, call)) return c.notFound();
    const args = (await c.req.json()) as never[];
    return c.json((await calls[call]?.(...args)) ?? null);
  });
  return app;
}
