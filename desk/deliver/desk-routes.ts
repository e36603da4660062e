import { Hono } from 'hono';
import type { Sql } from '../intake/index.ts';
import { readPresence } from '../intake/presence.ts';
import { ownersOnly } from '../local.ts';
import { type DeliveryFilter, dropDelivery, listDeliveries, retryDead, retryDelivery } from './queue/list.ts';

export const DELIVERIES_PATH = '/api/desk/deliveries';

/**
 * The deliveries for the command line on the same machine, which cannot open the store that this desk holds.
 * Loopback only, with the token that this desk wrote into `desk.json`, and never for a page.
 */
export function deliveryRoutes(sql: Sql, dataDir: string): Hono {
  const app = new Hono();

  app.use(
    `${DELIVERIES_PATH}/*`,
    ownersOnly(async () => (await readPresence(dataDir))?.token ?? null),
  );

  app.get(DELIVERIES_PATH, async (c) =>
    c.json(await listDeliveries(sql, JSON.parse(c.req.query('filter') ?? '{}') as DeliveryFilter)),
  );
  app.post(`${DELIVERIES_PATH}/retry`, async (c) => {
    const { id, target } = (await c.req.json()) as { id?: string; target?: string };
    return c.json(id === undefined ? await retryDead(sql, target) : await retryDelivery(sql, id));
  });
  app.post(`${DELIVERIES_PATH}/drop`, async (c) => {
    const { id, reason } = (await c.req.json()) as { id: string; reason: string };
    return c.json(await dropDelivery(sql, id, reason));
  });
  return app;
}
