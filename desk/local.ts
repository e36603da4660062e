import { createHash, timingSafeEqual } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';

/** Whether a request comes straight from this machine: a proxy also comes from loopback, but says whom it speaks for. */
export function isLocal(c: Context): boolean {
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(getConnInfo(c).remote.address ?? '');
  return local && !c.req.header('X-Forwarded-For') && !c.req.header('Forwarded');
}

/** Whether two texts are equal, in a time that says nothing about where they differ. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * For the command line on the same machine: loopback only, with the token of `desk.json`, and never for a page.
 * Everything else is told 404, as if there were nothing.
 * @param token what the desk has announced; `null` when it has not, and then nobody passes
 */
export function ownersOnly(token: () => string | null | Promise<string | null>): MiddlewareHandler {
  return async (c, next) => {
    const known = await token();
    const given = c.req.header('Authorization') ?? '';
    if (!isLocal(c) || c.req.header('Origin') || !known || !sameText(given, `Bearer ${known}`))
      return c.notFound();
    c.header('Cache-Control', 'no-store');
    return next();
  };
}
