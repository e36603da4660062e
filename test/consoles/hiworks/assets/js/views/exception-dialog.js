import { freshId, h } from '../dom.js';

/**
 * Two lists and the way between them. Nothing is stored before [저장].
 * @param {{exceptions: any[], candidates: any[]}} users
 * @param {(ids: string[]) => Promise<unknown>} onSave rejects with an Error to be shown
 */
export function openExceptionDialog(users, onSave) {
  const titleId = freshId('dialog-title');
  const left = listBox('추가 가능한 사용자', users.candidates);
  const right = listBox('예외 사용자', users.exceptions);
  const error = h('p', { class: 'failed', role: 'alert', hidden: true });
  const complain = (/** @type {string} */ text) => {
    error.textContent = text;
    error.hidden = !text;
  };
  const move = (/** @type {any} */ from, /** @type {any} */ to) => () => {
    const picked = [...from.select.selectedOptions];
    complain(picked.length ? '' : '사용자를 먼저 선택해 주세요.');
    for (const option of picked) {
      option.selected = false;
      to.select.append(option);
    }
    left.count();
    right.count();
  };
  const save = async () => {
    try {
      await onSave([...right.select.options].map((option) => option.value));
      dialog.close();
    } catch (failure) {
      complain(/** @type {Error} */ (failure).message);
    }
  };
  const button = (/** @type {string} */ name, /** @type {() => void} */ onclick, kind = 'btn') =>
    h('button', { type: 'button', class: kind, onclick }, name);
  const dialog = h(
    'dialog',
    { class: 'modal', 'aria-labelledby': titleId, onclose: () => dialog.remove() },
    h('h2', { id: titleId }, '예외 사용자 추가'),
    h('p', { class: 'hint' }, '여러 명을 고르려면 Ctrl 키를 누른 채 선택하세요.'),
    h(
      'div',
      { class: 'transfer' },
      left.box,
      h(
        'div',
        { class: 'transfer-buttons' },
        button('추가', move(left, right)),
        button('빼기', move(right, left)),
      ),
      right.box,
    ),
    error,
    h(
      'div',
      { class: 'modal-buttons' },
      button('저장', save, 'btn btn-primary'),
      button('취소', () => dialog.close()),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {string} name @param {any[]} users */
function listBox(name, users) {
  const id = freshId('user-list');
  const number = h('span', { class: 'count' });
  const select = h(
    'select',
    { id, multiple: true, size: 9 },
    users.map((user) => h('option', { value: user.id }, `${user.name} (${user.mail})`)),
  );
  const count = () => {
    number.textContent = `${select.options.length}명`;
  };
  count();
  return {
    box: h('div', { class: 'transfer-list' }, h('label', { for: id }, name), number, select),
    select,
    count,
  };
}
