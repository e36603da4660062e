import { Hono } from 'hono';
import { ownersOnly } from '../local.ts';
import { download } from './download.ts';
import type { Inbox } from './store/index.ts';

export const DESK_PATH = '/api/desk/inquiries';
export const AUDIT_PATH = '/api/desk/audit';

/** The inbox for the command line on the same machine. */
export function deskRoutes({ store, token }: { store: Inbox; token: string }): Hono {
  const app = new Hono();

  const guard = ownersOnly(() => token);
  app.use(`${DESK_PATH}/*`, guard);
  app.use(AUDIT_PATH, guard);

  app.get(DESK_PATH, async (c) => {
    const { received, number } = c.req.query();
    const before = received && number ? { received, number } : undefined;
    return c.json(await store.list({ limit: limitOf(c.req.query('limit')), ...(before ? { before } : {}) }));
  });

  app.get(`${DESK_PATH}/:key`, async (c) => c.json(await store.find(c.req.param('key'))));

  app.get(`${DESK_PATH}/:id/files/:position{[0-9]+}`, async (c) => {
    const bytes = await store.file(c.req.param('id'), Number(c.req.param('position')));
    if (!bytes) return c.notFound();
    return download(c, bytes, 'attachment');
  });

  app.delete(`${DESK_PATH}/:id`, async (c) => c.json(await store.remove(c.req.param('id'))));

  app.get(AUDIT_PATH, async (c) => c.json(await store.audit(limitOf(c.req.query('limit')))));

  return app;
}

function limitOf(text: string | undefined): number {
  const limit = Math.trunc(Number(text));
  return limit > 0 ? Math.min(limit, 1000) : 50;
}
