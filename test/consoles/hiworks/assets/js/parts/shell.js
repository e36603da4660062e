import { h } from '../dom.js';
import { adminMenu } from './admin-menu.js';

const apps = [
  ['홈', '/office'],
  ['메일', '/mail'],
  ['주소록', '/contacts'],
  ['캘린더', '/calendar'],
  ['게시판', '/board'],
  ['전자결재', '/approval'],
];

/** @param {any} me @param {string} path @param {Node} content */
export function officeShell(me, path, content) {
  const isIn = (/** @type {string} */ href) => path === href || path.startsWith(`${href}/`);
  return h(
    'div',
    { class: 'app' },
    h(
      'header',
      { class: 'topbar' },
      h('a', { class: 'brand', href: '/office' }, h('span', { class: 'logo-mark' }), 'hiworks'),
      h(
        'nav',
        { class: 'topnav', 'aria-label': '서비스' },
        apps.map(([name, href]) =>
          h('a', { href, class: isIn(href) ? 'on' : null, 'aria-current': isIn(href) ? 'page' : null }, name),
        ),
      ),
      account(me),
    ),
    h('main', { class: 'content' }, content),
  );
}

/** @param {any} me @param {string} path @param {Node} content */
export function adminShell(me, path, content) {
  return h(
    'div',
    { class: 'app app-admin' },
    h(
      'header',
      { class: 'topbar topbar-admin' },
      h('a', { class: 'brand', href: '/admin' }, h('span', { class: 'logo-mark' }), '관리자 센터'),
      h('span', { class: 'topbar-office' }, `${me.office.name} · ${me.office.plan}`),
      h('a', { class: 'to-home', href: '/office' }, '오피스 홈'),
      account(me),
    ),
    h('div', { class: 'split' }, adminMenu(path), h('main', { class: 'content' }, content)),
  );
}

/** The account button with its small menu. @param {any} me */
function account(me) {
  const menu = h(
    'div',
    { class: 'account-menu', role: 'menu', hidden: true },
    h('p', {}, me.mail),
    h('button', { type: 'button', role: 'menuitem', onclick: signOut }, '로그아웃'),
  );
  const show = (/** @type {boolean} */ open) => {
    menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  const button = h(
    'button',
    {
      type: 'button',
      class: 'account-name',
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => show(menu.hidden),
    },
    h('span', { class: 'avatar', 'aria-hidden': 'true' }, me.name.slice(0, 1)),
    me.name,
  );
  const leave = (/** @type {FocusEvent} */ event) => {
    if (!box.contains(event.relatedTarget)) show(false);
  };
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') show(false);
  };
  const box = h('div', { class: 'account', onfocusout: leave, onkeydown: onKey }, button, menu);
  return box;
}

async function signOut() {
  await fetch('/logout', { method: 'POST' });
  location.assign('/');
}
