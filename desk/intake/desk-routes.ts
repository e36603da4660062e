import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type MiddlewareHandler } from 'hono';
import { downloadHeaders } from './download.ts';
import { sameText } from './hash.ts';
import type { Inbox } from './store/index.ts';

export const DESK_PATH = '/api/desk/inquiries';
export const AUDIT_PATH = '/api/desk/audit';

/**
 * The inbox for the command line on the same machine. Loopback only, with the token of `desk.json`, and never
 * for a page: everything else is told 404, as if there were nothing.
 */
export function deskRoutes({ store, token }: { store: Inbox; token: string }): Hono {
  const app = new Hono();

  const ownersOnly: MiddlewareHandler = async (c, next) => {
    const address = getConnInfo(c).remote.address ?? '';
    const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
    const given = c.req.header('Authorization') ?? '';
    // A proxy on this machine also comes from loopback, but says whom it speaks for.
    const direct = !c.req.header('X-Forwarded-For') && !c.req.header('Forwarded') && !c.req.header('Origin');
    if (!local || !direct || !sameText(given, `Bearer ${token}`)) return c.notFound();
    c.header('Cache-Control', 'no-store');
    return next();
  };
  app.use(`${DESK_PATH}/*`, ownersOnly);
  app.use(AUDIT_PATH, ownersOnly);

  app.get(DESK_PATH, async (c) => {
    const { received, number } = c.req.query();
    const before = received && number ? { received, number } : undefined;
    return c.json(await store.list({ limit: limitOf(c.req.query('limit')), ...(before ? { before } : {}) }));
  });

  app.get(`${DESK_PATH}/:key`, async (c) => c.json(await store.find(c.req.param('key'))));

  app.get(`${DESK_PATH}/:id/files/:position{[0-9]+}`, async (c) => {
    const bytes = await store.file(c.req.param('id'), Number(c.req.param('position')));
    if (!bytes) return c.notFound();
    return c.body(bytes.slice().buffer, 200, downloadHeaders('attachment'));
  });

  app.delete(`${DESK_PATH}/:id`, async (c) => c.json(await store.remove(c.req.param('id'))));

  app.get(AUDIT_PATH, async (c) => c.json(await store.audit(limitOf(c.req.query('limit')))));

  return app;
}

function limitOf(text: string | undefined): number {
  const limit = Math.trunc(Number(text));
  return limit > 0 ? Math.min(limit, 1000) : 50;
}
