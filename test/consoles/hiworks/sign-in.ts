import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { now } from '../common/clock.ts';
import type { Sessions } from '../common/sessions.ts';
import type { Store } from '../common/store.ts';
import { office, password, personOf } from './people.ts';
import type { HiworksState } from './state.ts';

export type HiworksSessions = Sessions<{ id: string }>;

/** Remembers the account between the two pages and the address that was asked for before signing in. */
const accountCookie = 'hw_account';
const nextCookie = 'hw_next';

/** Two pages, as on the live service: the account with [다음], then the password with [로그인]. */
export function addSignIn(app: Hono, store: Store<HiworksState>, sessions: HiworksSessions): void {
  app.get('/', (c) => (sessions.read(c) ? c.redirect('/office') : c.html(accountPage('', null))));
  app.post('/', async (c) => {
    const id = await field(c, 'account_id');
    if (!id) return c.html(accountPage(id, '계정 아이디를 입력해 주세요.'), 400);
    if (!personOf(id))
      return c.html(accountPage(id, '등록되지 않은 계정입니다. 아이디를 확인해 주세요.'), 401);
    setCookie(c, accountCookie, id, { path: '/', httpOnly: true, sameSite: 'Lax' });
    return c.redirect('/password', 303);
  });
  app.get('/password', (c) => {
    const person = personOf(getCookie(c, accountCookie) ?? '');
    return person ? c.html(passwordPage(person.id, null)) : c.redirect('/');
  });
  app.post('/password', async (c) => {
    const person = personOf(getCookie(c, accountCookie) ?? '');
    if (!person) return c.redirect('/', 303);
    const ok = (await field(c, 'account_pw', false)) === password;
    store.change((state) => {
      state.logins.unshift({ at: now(), id: person.id, ip: '127.0.0.1', ok });
      state.logins.length = Math.min(state.logins.length, 50);
    });
    if (!ok) return c.html(passwordPage(person.id, '비밀번호가 일치하지 않습니다. 다시 입력해 주세요.'), 401);
    sessions.begin(c, { id: person.id });
    deleteCookie(c, accountCookie, { path: '/' });
    const next = getCookie(c, nextCookie);
    deleteCookie(c, nextCookie, { path: '/' });
    return c.redirect(next?.match(/^\/[a-z]/) ? next : '/office', 303);
  });
  app.post('/logout', (c) => {
    sessions.end(c);
    return c.redirect('/', 303);
  });
}

/** Sends a signed-out person to the first page and keeps where they wanted to go. */
export function toSignIn(c: Context): Response {
  const { pathname, search } = new URL(c.req.url);
  setCookie(c, nextCookie, pathname + search, { path: '/', httpOnly: true, sameSite: 'Lax' });
  return c.redirect('/');
}

async function field(c: Context, name: string, trimmed = true): Promise<string> {
  const value = (await c.req.parseBody())[name];
  if (typeof value !== 'string') return '';
  return trimmed ? value.trim() : value;
}

const message = (text: string | null) => (text ? html`<p class="login-error" role="alert">${text}</p>` : '');

const accountPage = (id: string, error: string | null) =>
  frame(html`<form method="post" action="/">
    <label for="account_id">계정 아이디</label>
    <div class="login-account">
      <input id="account_id" name="account_id" value="${id}" autocomplete="username" placeholder="아이디" autofocus />
      <span>@${office.domain}</span>
    </div>
    ${message(error)}
    <button type="submit" class="btn btn-primary btn-block">다음</button>
  </form>`);

const passwordPage = (id: string, error: string | null) =>
  frame(html`<form method="post" action="/password">
    <p class="login-who">${id}@${office.domain} <a href="/">다른 계정으로 로그인</a></p>
    <label for="account_pw">비밀번호</label>
    <input id="account_pw" name="account_pw" type="password" autocomplete="current-password" autofocus />
    ${message(error)}
    <button type="submit" class="btn btn-primary btn-block">로그인</button>
  </form>`);

const frame = (body: ReturnType<typeof html>) => html`<!doctype html>
  <html lang="ko">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>하이웍스 오피스</title>
      <link rel="stylesheet" href="/assets/base.css" />
      <link rel="stylesheet" href="/assets/login.css" />
    </head>
    <body class="login">
      <main class="login-box">
        <h1><span class="logo-mark"></span>하이웍스 오피스</h1>
        <p class="login-sub">업무에 필요한 모든 것을 한곳에서</p>
        ${body}
        <p class="login-foot">아이디를 잊으셨다면 사내 관리자에게 문의해 주세요.</p>
      </main>
    </body>
  </html>`;
