import type { Hono } from 'hono';
import { html } from 'hono/html';
import { now } from '../common/clock.ts';
import type { Store } from '../common/store.ts';
import { document, type Markup } from './layout.ts';
import { readForm, type TerraceSessions } from './session.ts';
import type { TerraceState } from './state.ts';

const account = { id: 'admin', password: 'terrace123' };

/** Account and password on one page, then a notice that wants [확인]. */
export function addSignIn(app: Hono, store: Store<TerraceState>, sessions: TerraceSessions): void {
  app.get('/', (c) => c.redirect(sessions.read(c)?.confirmed ? '/dashboard.do' : '/login.do'));
  app.get('/login.do', (c) => c.html(loginPage('', null)));
  app.post('/login.do', async (c) => {
    const form = await readForm(c);
    const [id, password] = [form.one('userId'), form.one('userPw')];
    if (!id || !password) return c.html(loginPage(id, '아이디와 비밀번호를 모두 입력하세요.'), 400);
    const ok = id === account.id && password === account.password;
    store.change((state) => {
      state.logins.unshift({ at: now(), id: id.slice(0, 40), ip: '127.0.0.1', ok });
      state.logins.length = Math.min(state.logins.length, 50);
    });
    if (!ok) return c.html(loginPage(id, '아이디 또는 비밀번호가 올바르지 않습니다.'), 401);
    sessions.begin(c, { id, confirmed: false, flash: null });
    return c.redirect('/loginConfirm.do', 303);
  });
  app.get('/loginConfirm.do', (c) => {
    const session = sessions.read(c);
    if (!session) return c.redirect('/login.do');
    const last = store.get().logins.filter(({ ok }) => ok)[1];
    return c.html(confirmPage(last ? `${last.at} (${last.ip})` : '기록 없음'));
  });
  app.post('/loginConfirm.do', (c) => {
    const session = sessions.read(c);
    if (!session) return c.redirect('/login.do', 303);
    session.confirmed = true;
    return c.redirect('/dashboard.do', 303);
  });
  app.post('/logout.do', (c) => {
    sessions.end(c);
    return c.redirect('/login.do', 303);
  });
}

const loginPage = (id: string, error: string | null): Markup =>
  document(
    html`<div class="loginBox">
      <h1>Security <b>ADMIN</b></h1>
      <form method="post" action="/login.do" name="loginForm">
        <table cellspacing="0">
          <tr>
            <th><label for="userId">아이디</label></th>
            <td><input type="text" name="userId" id="userId" value="${id}" autocomplete="username" /></td>
          </tr>
          <tr>
            <th><label for="userPw">비밀번호</label></th>
            <td><input type="password" name="userPw" id="userPw" autocomplete="current-password" /></td>
          </tr>
        </table>
        ${error ? html`<p class="msg error" role="alert">${error}</p>` : ''}
        <input type="submit" value="로그인" class="btn main" />
      </form>
      <p class="small">허가된 관리자만 접속할 수 있습니다.</p>
    </div>`,
    'login',
  );

const confirmPage = (last: string): Markup =>
  document(
    html`<div class="loginBox">
      <h1>접속 확인</h1>
      <p>모든 관리 작업은 기록됩니다. 본인이 접속한 것이 맞으면 확인을 누르세요.</p>
      <table cellspacing="0">
        <tr>
          <th>관리자</th>
          <td>admin</td>
        </tr>
        <tr>
          <th>마지막 접속</th>
          <td>${last}</td>
        </tr>
      </table>
      <form method="post" action="/loginConfirm.do"><input type="submit" value="확인" class="btn main" /></form>
      <form method="post" action="/logout.do"><input type="submit" value="다른 아이디로 로그인" class="link" /></form>
    </div>`,
    'login',
  );
