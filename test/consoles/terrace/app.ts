import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { serveAssets } from '../common/assets.ts';
import { createSessions } from '../common/sessions.ts';
import type { Store } from '../common/store.ts';
import { addContentFilter } from './content-filter.ts';
import { type FilterPage, filterTree, otherSwitches, superWhite } from './filters.ts';
import { layout } from './layout.ts';
import { addListPage } from './list-page.ts';
import { menu } from './menu.ts';
import { addPlainPages } from './plain-pages.ts';
import type { TerraceSession } from './session.ts';
import { addSignIn } from './sign-in.ts';
import type { TerraceState } from './state.ts';
import { addSwitchPage } from './switch-page.ts';

/** The Terrace-like console: every click loads a page, every form posts and is answered with a redirect. */
export function terraceApp(store: Store<TerraceState>, delay: number): Hono {
  const app = new Hono();
  const sessions = createSessions<TerraceSession>('TMSESSID');
  serveAssets(app, join(import.meta.dirname, 'assets'));
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    if (delay) await wait(delay);
    return next();
  });
  addSignIn(app, store, sessions);
  app.use(async (c, next) => {
    const session = sessions.read(c);
    if (session?.confirmed) return next();
    return c.redirect(session ? '/loginConfirm.do' : '/login.do', 303);
  });

  const base = ['필터 관리', '스팸 고급 필터'];
  const add = (page: FilterPage, way: string[], inTree = true) =>
    page.kind === 'switch'
      ? addSwitchPage(app, store, sessions, page, way, inTree)
      : addListPage(app, store, sessions, page, way);
  for (const { title, pages } of filterTree)
    for (const page of pages) add(page, [...base, title, page.title]);
  add(superWhite, [...base, superWhite.title]);
  for (const page of otherSwitches) {
    const parent = menu.find(({ items }) => items?.some(([title]) => title === page.title));
    add(page, [parent?.title ?? '', page.title], false);
  }
  addContentFilter(app, store, sessions);
  addPlainPages(app, store, sessions);

  app.notFound((c) => {
    const body = html`<p class="desc">요청한 페이지가 없습니다. 메뉴에서 다시 선택하세요.</p>`;
    return c.html(layout({ way: ['오류'], title: '페이지를 찾을 수 없습니다', body }), 404);
  });
  return app;
}
