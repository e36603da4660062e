import { join } from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { serveAssets } from '../common/assets.ts';
import { createSessions } from '../common/sessions.ts';
import type { Store } from '../common/store.ts';
import { addAdminApi } from './admin-api.ts';
import { Refused } from './bad-input.ts';
import { addMailApi } from './mail-api.ts';
import { adminId, mailOf, office, people, personOf } from './people.ts';
import { addSecureMailApi } from './secure-mail-api.ts';
import { addSignIn, toSignIn } from './sign-in.ts';
import type { HiworksState } from './state.ts';

/** The Hiworks-like console: sign-in pages, a JSON API, and one shell page that the client fills. */
export function hiworksApp(store: Store<HiworksState>, delay: number): Hono {
  const app = new Hono();
  const sessions = createSessions<{ id: string }>('hw_session');
  serveAssets(app, join(import.meta.dirname, 'assets'));
  addSignIn(app, store, sessions);

  app.use('/api/*', async (c, next) => {
    const session = sessions.read(c);
    if (!session) return c.json({ message: '로그인이 필요합니다.' }, 401);
    if (c.req.path.startsWith('/api/admin/') && session.id !== adminId)
      return c.json({ message: '접근 권한이 없습니다. 전체 관리자만 이용할 수 있습니다.' }, 403);
    c.header('cache-control', 'no-store');
    return next();
  });
  app.get('/api/me', (c) => {
    const { id } = sessions.read(c)!;
    return c.json({
      ...personOf(id)!,
      mail: mailOf(id),
      isAdmin: id === adminId,
      office: { ...office, name: store.get().office.name },
    });
  });
  app.get('/api/people', (c) => c.json(people.map((person) => ({ ...person, mail: mailOf(person.id) }))));
  addSecureMailApi(app, store, delay);
  addAdminApi(app, store);
  addMailApi(app, store, sessions);
  app.all('/api/*', (c) => c.json({ message: '없는 주소입니다.' }, 404));

  // Any other address is a place inside the application: the client's router reads it.
  app.get('*', (c) => (sessions.read(c) ? c.html(shell) : toSignIn(c)));
  app.onError((error, c) => {
    if (error instanceof Refused) return c.json({ message: error.message }, error.status);
    console.error(error);
    return c.json({ message: '일시적인 오류가 발생했습니다.' }, 500);
  });
  return app;
}

const shell = html`<!doctype html>
  <html lang="ko">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>하이웍스 오피스</title>
      <link rel="stylesheet" href="/assets/base.css" />
      <link rel="stylesheet" href="/assets/office.css" />
    </head>
    <body>
      <div id="root"></div>
      <script type="module" src="/assets/js/main.js"></script>
    </body>
  </html>`;
