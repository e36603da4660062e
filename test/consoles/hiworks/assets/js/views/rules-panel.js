import { call } from '../api.js';
import { freshId, h } from '../dom.js';
import { confirmBox } from '../parts/confirm.js';
import { later, radios, table } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';

/**
 * A list of allowed and blocked values with a line to add one.
 * @typedef {{path: string, hint: string, field: string, placeholder: string, verdict: {caption: string, allow: string, block: string}, search?: boolean}} RuleKind
 * @param {RuleKind} kind
 */
export const rulesPanel = (kind) => later(async () => panel(kind, await call('GET', kind.path)));

/** @param {RuleKind} kind @param {any[]} rules @returns {any} */
function panel(kind, rules) {
  let verdict = 'allow';
  const id = freshId('rule');
  const input = h('input', { id, type: 'text', placeholder: kind.placeholder, autocomplete: 'off' });
  const error = h('p', { class: 'failed', role: 'alert', hidden: true });
  const list = h('div', {});
  const redo = () => attempt(async () => form.replaceWith(panel(kind, await call('GET', kind.path))));
  const add = async (/** @type {Event} */ event) => {
    event.preventDefault();
    try {
      await call('POST', kind.path, { verdict, value: input.value });
    } catch (failure) {
      error.textContent = /** @type {Error} */ (failure).message;
      error.hidden = false;
      input.focus();
      return;
    }
    await redo();
    toast('추가되었습니다.');
  };
  const remove = async (/** @type {any} */ rule) => {
    if (!(await confirmBox({ title: '삭제', text: `${rule.value} 항목을 삭제하시겠습니까?` }))) return;
    if (await attempt(() => call('DELETE', `${kind.path}/${rule.id}`))) toast('삭제되었습니다.');
    await redo();
  };
  const show = (/** @type {string} */ words) =>
    list.replaceChildren(
      table(
        `${kind.field} 목록`,
        [kind.verdict.caption, kind.field, '등록일', '관리'],
        rules
          .filter((rule) => rule.value.includes(words.trim().toLowerCase()))
          .map((rule) => [
            h(
              'span',
              { class: `badge badge-${rule.verdict}` },
              kind.verdict[/** @type {'allow'} */ (rule.verdict)],
            ),
            rule.value,
            rule.since,
            h('button', { type: 'button', class: 'btn btn-small', onclick: () => remove(rule) }, '삭제'),
          ]),
        words ? '검색 결과가 없습니다.' : undefined,
      ),
    );
  const form = h(
    'div',
    { class: 'card form' },
    h('p', { class: 'hint' }, kind.hint),
    h(
      'form',
      { onsubmit: add },
      radios({
        caption: kind.verdict.caption,
        name: 'verdict',
        choices: [
          ['allow', kind.verdict.allow],
          ['block', kind.verdict.block],
        ],
        value: verdict,
        onPick: (value) => {
          verdict = value;
        },
      }),
      h(
        'div',
        { class: 'row' },
        h('label', { class: 'row-name', for: id }, kind.field),
        h(
          'div',
          { class: 'row-value' },
          input,
          h('button', { type: 'submit', class: 'btn btn-primary' }, '추가'),
        ),
      ),
      error,
    ),
    h(
      'div',
      { class: 'sub-head' },
      h('h3', {}, `등록 목록 (${rules.length})`),
      kind.search &&
        h('input', {
          type: 'search',
          'aria-label': '검색',
          placeholder: '검색',
          oninput: (/** @type {any} */ event) => show(event.target.value),
        }),
    ),
    list,
  );
  show('');
  return form;
}
