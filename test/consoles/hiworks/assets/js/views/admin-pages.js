import { h } from '../dom.js';
import { ipView } from './access-ip.js';
import { loginsView, mailStatusView, ranksView, teamsView, usageView, usersView } from './admin-lists.js';
import { archiveView } from './archive.js';
import { officeInfoView } from './office-info.js';
import { secureMailView } from './secure-mail.js';

/** Every place below /admin. @type {Record<string, (context: {me: any, query: URLSearchParams}) => Node>} */
export const adminPages = {
  '/admin': adminHome,
  '/admin/office/info': officeInfoView,
  '/admin/office/usage': usageView,
  '/admin/users/list': usersView,
  '/admin/users/teams': teamsView,
  '/admin/users/ranks': ranksView,
  '/admin/mail/status': mailStatusView,
  '/admin/mail/secure': secureMailView,
  '/admin/mail/archive': archiveView,
  '/admin/security/ip': ipView,
  '/admin/security/logins': loginsView,
};

/** @param {{me: any}} context */
function adminHome({ me }) {
  const facts = [
    ['이용 중인 상품', `하이웍스 ${me.office.plan}`],
    ['도메인', me.office.domain],
    ['사용자', '10 / 30명'],
    ['메일 용량', '10.2GB / 300GB'],
  ];
  return h(
    'div',
    {},
    h('div', { class: 'page-head' }, h('h1', {}, '하이웍스 관리')),
    h(
      'dl',
      { class: 'facts' },
      facts.map(([name, value]) => h('div', { class: 'card' }, h('dt', {}, name), h('dd', {}, value))),
    ),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, '관리자 도움말'),
      h(
        'p',
        { class: 'hint' },
        '왼쪽 메뉴에서 관리할 항목을 선택하세요. 저장한 설정은 모든 사용자에게 바로 적용됩니다.',
      ),
    ),
  );
}
