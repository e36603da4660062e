import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';

const HOURS = 12;

/**
 * Who has shown the token stays in for some hours: a signed cookie that says until when, so that a desk that was
 * started again and a second desk know it as well. A new token ends every session.
 */
export function tokenSession(name: string, token: string, path: string) {
  const options = { path, httpOnly: true, sameSite: 'Strict' } as const;
  return {
    async begin(c: Context): Promise<void> {
      const until = Date.now() + HOURS * 3_600_000;
      await setSignedCookie(c, name, String(until), token, {
        ...options,
        secure: overTls(c),
        maxAge: HOURS * 3_600,
      });
    },
    end: (c: Context): void => void deleteCookie(c, name, { path }),
    isIn: async (c: Context): Promise<boolean> => {
      const until = await getSignedCookie(c, token, name);
      return typeof until === 'string' && Number(until) > Date.now();
    },
  };
}

/**
 * Whether the browser speaks TLS, to us or to the proxy in front. Who claims it falsely only gets a cookie that their
 * browser does not send back.
 */
export const overTls = (c: Context): boolean =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('X-Forwarded-Proto') === 'https';

/** A form of another site's page may not act here; a browser names where a form came from. */
export const ownForms: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const own = site ? site === 'same-origin' : origin && new URL(origin).host === c.req.header('Host');
  return own ? next() : c.text('403', 403);
};
