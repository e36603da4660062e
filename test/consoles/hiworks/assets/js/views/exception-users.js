import { call } from '../api.js';
import { h } from '../dom.js';
import { confirmBox } from '../parts/confirm.js';
import { loading, table } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';
import { openExceptionDialog } from './exception-dialog.js';

const path = 'admin/mail/secure/exceptions';

/** 예외 사용자: those who may use POP3/SMTP while the office does not. The list comes late. */
export function exceptionUsers() {
  const list = h('div', { class: 'late', 'aria-busy': 'true' }, loading());
  const add = h(
    'button',
    { type: 'button', class: 'btn', disabled: true, onclick: () => edit() },
    '예외 사용자 추가',
  );
  /** @type {any} */
  let users;
  const load = () =>
    attempt(async () => {
      list.setAttribute('aria-busy', 'true');
      list.replaceChildren(loading());
      users = await call('GET', path);
      list.replaceChildren(rows(users.exceptions, remove));
      list.setAttribute('aria-busy', 'false');
      add.disabled = false;
    });
  const edit = () =>
    openExceptionDialog(users, async (ids) => {
      await call('PUT', path, { ids });
      toast('저장되었습니다.');
      load();
    });
  /** @param {any} user */
  const remove = async (user) => {
    const sure = await confirmBox({
      title: '예외 사용자 삭제',
      text: `${user.name}(${user.mail}) 사용자를 예외 목록에서 삭제합니다.`,
      detail: '확인을 누르면 바로 삭제되며 되돌릴 수 없습니다.',
    });
    if (!sure) return;
    if (await attempt(() => call('DELETE', `${path}/${user.id}`))) toast('삭제되었습니다.');
    load();
  };
  load();
  return h(
    'section',
    { class: 'sub' },
    h('div', { class: 'sub-head' }, h('h3', {}, '예외 사용자'), add),
    h('p', { class: 'hint' }, '아래 사용자는 사용 안함 상태에서도 POP3/SMTP를 이용할 수 있습니다.'),
    list,
  );
}

/** @param {any[]} users @param {(user: any) => void} onRemove */
const rows = (users, onRemove) =>
  table(
    '예외 사용자 목록',
    ['이름', '계정', '등록일', '관리'],
    users.map((user) => [
      user.name,
      user.mail,
      user.since,
      h('button', { type: 'button', class: 'btn btn-small', onclick: () => onRemove(user) }, '삭제'),
    ]),
    '등록된 예외 사용자가 없습니다.',
  );
