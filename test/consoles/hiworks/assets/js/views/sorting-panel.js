import { call } from '../api.js';
import { freshId, h } from '../dom.js';
import { table } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';

const path = 'mail/settings/sorting';

/** 환경 설정 > 자동 분류: letters of a sender go to a box. @returns {Promise<any>} */
export async function sortingPanel() {
  const { rules, boxes } = await call('GET', path);
  const senderId = freshId('sender');
  const boxId = freshId('box');
  const sender = h('input', { id: senderId, type: 'text', placeholder: 'name@example.com' });
  const box = h(
    'select',
    { id: boxId },
    boxes.map((/** @type {any} */ one) => h('option', { value: one.key }, one.name)),
  );
  const redo = () => attempt(async () => form.replaceWith(await sortingPanel()));
  const nameOf = (/** @type {string} */ key) =>
    boxes.find((/** @type {any} */ one) => one.key === key)?.name ?? key;
  const form = h(
    'div',
    { class: 'card form' },
    h(
      'form',
      {
        onsubmit: async (/** @type {Event} */ event) => {
          event.preventDefault();
          if (!(await attempt(() => call('POST', path, { sender: sender.value, box: box.value })))) return;
          await redo();
          toast('추가되었습니다.');
        },
      },
      h(
        'div',
        { class: 'row' },
        h('label', { class: 'row-name', for: senderId }, '보낸 사람'),
        h('div', { class: 'row-value' }, sender),
      ),
      h(
        'div',
        { class: 'row' },
        h('label', { class: 'row-name', for: boxId }, '이동할 메일함'),
        h(
          'div',
          { class: 'row-value' },
          box,
          h('button', { type: 'submit', class: 'btn btn-primary' }, '추가'),
        ),
      ),
    ),
    table(
      '자동 분류 목록',
      ['보낸 사람', '메일함', '관리'],
      rules.map((/** @type {any} */ rule) => [
        rule.sender,
        nameOf(rule.box),
        h(
          'button',
          {
            type: 'button',
            class: 'btn btn-small',
            onclick: async () => {
              await attempt(() => call('DELETE', `${path}/${rule.id}`));
              await redo();
            },
          },
          '삭제',
        ),
      ]),
    ),
  );
  return form;
}
