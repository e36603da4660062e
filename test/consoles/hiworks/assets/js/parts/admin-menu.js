import { h } from '../dom.js';

/** @type {[string, [string, string][]][]} */
export const adminGroups = [
  [
    '오피스 관리',
    [
      ['오피스 정보', '/admin/office/info'],
      ['사용 현황', '/admin/office/usage'],
    ],
  ],
  [
    '사용자 관리',
    [
      ['사용자 목록', '/admin/users/list'],
      ['조직도', '/admin/users/teams'],
      ['직위/직무', '/admin/users/ranks'],
    ],
  ],
  [
    '메일 관리',
    [
      ['메일 현황', '/admin/mail/status'],
      ['보안 메일', '/admin/mail/secure'],
      ['메일 아카이빙', '/admin/mail/archive'],
    ],
  ],
  [
    '보안',
    [
      ['접근 IP 관리', '/admin/security/ip'],
      ['로그인 기록', '/admin/security/logins'],
    ],
  ],
];

/** Groups that the person opened; kept over re-renderings, forgotten on reload. @type {Set<string>} */
const open = new Set();

/** The nested menu at the left; the group of the current page is always open. @param {string} path */
export function adminMenu(path) {
  return h(
    'nav',
    { class: 'side', 'aria-label': '관리 메뉴' },
    h('a', { class: path === '/admin' ? 'side-top on' : 'side-top', href: '/admin' }, '관리 홈'),
    h(
      'ul',
      { class: 'side-groups' },
      adminGroups.map(([name, pages]) => group(name, pages, path)),
    ),
  );
}

/** @param {string} name @param {[string, string][]} pages @param {string} path @returns {any} */
function group(name, pages, path) {
  if (pages.some(([, href]) => href === path)) open.add(name);
  const isOpen = open.has(name);
  const toggle = () => {
    if (isOpen) open.delete(name);
    else open.add(name);
    const again = group(name, pages, '');
    item.replaceWith(again);
    again.querySelector('button').focus();
  };
  const item = h(
    'li',
    { class: 'side-group' },
    h('button', { type: 'button', 'aria-expanded': String(isOpen), onclick: toggle }, name),
    isOpen &&
      h(
        'ul',
        {},
        pages.map(([label, href]) => {
          const here = href === location.pathname;
          return h(
            'li',
            {},
            h('a', { href, class: here ? 'on' : null, 'aria-current': here ? 'page' : null }, label),
          );
        }),
      ),
  );
  return item;
}
