import { h } from '../dom.js';
import { pageHead, tabBar } from '../parts/form.js';
import { lockPanel } from './lock-panel.js';
import { pop3Panel } from './pop3-panel.js';
import { rulesPanel } from './rules-panel.js';

/** @type {[string, string, () => Node][]} */
const tabs = [
  ['pop3', 'POP3/SMTP 설정', pop3Panel],
  [
    'senders',
    '수신허용/차단',
    () =>
      rulesPanel({
        path: 'admin/mail/secure/senders',
        hint: '특정 메일 주소나 도메인에서 오는 메일을 항상 받거나 받지 않도록 지정합니다.',
        field: '메일 주소 또는 도메인',
        placeholder: 'name@example.com, example.com',
        verdict: { caption: '구분', allow: '수신 허용', block: '수신 차단' },
        search: true,
      }),
  ],
  [
    'encrypted',
    '암호메일',
    () =>
      lockPanel({
        path: 'admin/mail/secure/encrypted',
        caption: '암호메일 사용 여부',
        hint: '외부로 보내는 메일에 비밀번호를 걸 수 있습니다.',
      }),
  ],
  [
    'approval',
    '승인메일',
    () =>
      lockPanel({
        path: 'admin/mail/secure/approval',
        caption: '승인메일 사용 여부',
        hint: '외부로 보내는 메일을 승인자가 확인한 뒤에 발송합니다.',
      }),
  ],
];

/** 메일 관리 > 보안 메일. @param {{query: URLSearchParams}} context */
export function secureMailView({ query }) {
  const [key, name, panel] = tabs.find(([tab]) => tab === query.get('tab')) ?? tabs[0];
  return h(
    'div',
    {},
    pageHead('보안 메일', ['하이웍스 관리', '메일 관리', '보안 메일']),
    tabBar(
      '보안 메일',
      '/admin/mail/secure',
      tabs.map(([tab, label]) => [tab, label]),
      key,
    ),
    h('section', { role: 'tabpanel', 'aria-label': name }, panel()),
  );
}
