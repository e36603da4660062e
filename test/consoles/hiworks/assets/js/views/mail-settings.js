import { call } from '../api.js';
import { freshId, h } from '../dom.js';
import { later, radios, tabBar } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';
import { mailSide } from './mail.js';
import { sortingPanel } from './sorting-panel.js';

/** @type {[string, string, () => Promise<Node>][]} */
const tabs = [
  ['basic', '기본 설정', async () => basic(await call('GET', 'mail/settings/basic'))],
  ['signature', '서명', async () => signature(await call('GET', 'mail/settings/signature'))],
  ['sorting', '자동 분류', sortingPanel],
];

/** 메일 > 환경 설정. @param {{query: URLSearchParams}} context */
export function mailSettingsView({ query }) {
  const [key, name, load] = tabs.find(([tab]) => tab === query.get('tab')) ?? tabs[0];
  return h(
    'div',
    { class: 'split split-in' },
    mailSide('settings'),
    h(
      'div',
      { class: 'content' },
      h('div', { class: 'page-head' }, h('h1', {}, '환경 설정')),
      tabBar(
        '환경 설정',
        '/mail/settings',
        tabs.map(([tab, label]) => [tab, label]),
        key,
      ),
      h('section', { role: 'tabpanel', 'aria-label': name }, later(load)),
    ),
  );
}

/** @param {{pop3: boolean, allowed: boolean}} saved @returns {any} */
function basic(saved) {
  let pop3 = saved.pop3;
  const save = async () => {
    await attempt(async () => {
      await call('PUT', 'mail/settings/basic', { pop3 });
      form.replaceWith(basic(await call('GET', 'mail/settings/basic')));
      toast('저장되었습니다.');
    });
  };
  const form = h(
    'div',
    { class: 'card form' },
    !saved.allowed &&
      h(
        'div',
        { class: 'blocked', role: 'note' },
        h('strong', {}, '관리자가 POP3/SMTP 사용을 허용하지 않았습니다.'),
        h('span', {}, '필요하면 사내 전체 관리자에게 문의해 주세요.'),
      ),
    radios({
      caption: 'POP3/SMTP 사용',
      name: 'my_pop',
      choices: [
        ['Y', '사용 함'],
        ['N', '사용 안함'],
      ],
      value: pop3 ? 'Y' : 'N',
      disabled: !saved.allowed,
      onPick: (value) => {
        pop3 = value === 'Y';
      },
    }),
    h(
      'div',
      { class: 'form-buttons' },
      h(
        'button',
        { type: 'button', class: 'btn btn-primary', disabled: !saved.allowed, onclick: save },
        '저장',
      ),
    ),
  );
  return form;
}

/** @param {{signature: string}} saved */
function signature(saved) {
  const id = freshId('signature');
  const area = h('textarea', { id, rows: 6, value: saved.signature });
  const save = async () => {
    if (await attempt(() => call('PUT', 'mail/settings/signature', { signature: area.value })))
      toast('저장되었습니다.');
  };
  return h(
    'div',
    { class: 'card form' },
    h(
      'div',
      { class: 'row' },
      h('label', { class: 'row-name', for: id }, '서명'),
      h('div', { class: 'row-value' }, area),
    ),
    h(
      'div',
      { class: 'form-buttons' },
      h('button', { type: 'button', class: 'btn btn-primary', onclick: save }, '저장'),
    ),
  );
}
