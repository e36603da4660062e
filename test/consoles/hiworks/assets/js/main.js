import { call } from './api.js';
import { h } from './dom.js';
import { adminShell, officeShell } from './parts/shell.js';
import { startRouter } from './router.js';
import { adminPages } from './views/admin-pages.js';
import { homeView } from './views/home.js';
import { mailView } from './views/mail.js';
import { mailSettingsView } from './views/mail-settings.js';
import { approvalsView, boardView, calendarView, contactsView } from './views/office-pages.js';

const me = await call('GET', 'me');
const root = /** @type {HTMLElement} */ (document.getElementById('root'));

/** @type {Record<string, (context: {me: any, query: URLSearchParams}) => Node>} */
const officePages = {
  '/office': homeView,
  '/mail': mailView,
  '/mail/settings': mailSettingsView,
  '/contacts': contactsView,
  '/calendar': calendarView,
  '/board': boardView,
  '/approval': approvalsView,
};

function render() {
  const path = location.pathname.replace(/(.)\/$/, '$1');
  const context = { me, query: new URLSearchParams(location.search) };
  root.replaceChildren(page(path, context));
  scrollTo(0, 0);
}

/** @param {string} path @param {{me: any, query: URLSearchParams}} context */
function page(path, context) {
  const inAdmin = path === '/admin' || path.startsWith('/admin/');
  if (inAdmin && !me.isAdmin)
    return officeShell(
      me,
      path,
      notice(
        '접근 권한이 없습니다.',
        '하이웍스 관리는 전체 관리자만 이용할 수 있습니다. 사내 전체 관리자에게 문의해 주세요.',
      ),
    );
  const view = inAdmin ? adminPages[path] : officePages[path];
  const missing = () => notice('페이지를 찾을 수 없습니다.', '주소가 바뀌었거나 삭제된 페이지입니다.');
  return (inAdmin ? adminShell : officeShell)(me, path, (view ?? missing)(context));
}

/** @param {string} title @param {string} text */
const notice = (title, text) =>
  h(
    'div',
    { class: 'empty-page' },
    h('h1', {}, title),
    h('p', {}, text),
    h('a', { class: 'btn', href: '/office' }, '오피스 홈으로'),
  );

startRouter(render);
