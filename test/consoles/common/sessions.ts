import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** Server-side sessions behind one httpOnly cookie; they end with the process. */
export interface Sessions<Value> {
  begin(c: Context, value: Value): Value;
  read(c: Context): Value | undefined;
  end(c: Context): void;
}

/**
 * Cookies do not know ports: two consoles on 127.0.0.1 share them, so `cookie` must differ between consoles.
 */
export function createSessions<Value>(cookie: string): Sessions<Value> {
  const values = new Map<string, Value>();
  return {
    begin(c, value) {
      const old = getCookie(c, cookie);
      if (old) values.delete(old);
      const id = randomUUID();
      values.set(id, value);
      setCookie(c, cookie, id, { path: '/', httpOnly: true, sameSite: 'Lax' });
      return value;
    },
    read: (c) => values.get(getCookie(c, cookie) ?? ''),
    end(c) {
      values.delete(getCookie(c, cookie) ?? '');
      deleteCookie(c, cookie, { path: '/' });
    },
  };
}
