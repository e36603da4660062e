import { call } from '../api.js';
import { h } from '../dom.js';
import { checkbox, later, radios } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';
import { exceptionUsers } from './exception-users.js';

const path = 'admin/mail/secure/pop3';

/** POP3/SMTP 설정. What is picked stays in the page until [저장]. */
export const pop3Panel = () => later(async () => panel(await call('GET', path)));

/** @param {{use: boolean, keepOnServer: boolean}} saved @returns {any} */
function panel(saved) {
  const choice = { ...saved };
  const lower = h('div', {});
  const showLower = () =>
    lower.replaceChildren(...(choice.use ? [keepRow(choice), useNotes()] : [exceptionUsers()]));
  const save = async () => {
    button.disabled = true;
    await attempt(async () => {
      await call('PUT', path, choice);
      // The whole panel is made anew from what the server holds, so every node in it is another one.
      const again = panel(await call('GET', path));
      form.replaceWith(again);
      again.querySelector('.form-buttons button').focus();
      toast('저장되었습니다.');
    });
    button.disabled = false;
  };
  const button = h('button', { type: 'button', class: 'btn btn-primary', onclick: save }, '저장');
  const form = h(
    'div',
    { class: 'card form' },
    h('h2', {}, 'POP3/SMTP 설정'),
    h(
      'p',
      { class: 'hint' },
      '메일 프로그램(Outlook, 모바일 메일 앱 등)에서 회사 메일을 주고받을 수 있게 할지 정합니다.',
    ),
    radios({
      caption: 'POP3/SMTP 사용 여부',
      name: 'pop_use',
      choices: [
        ['Y', '사용 함'],
        ['N', '사용 안함'],
      ],
      value: choice.use ? 'Y' : 'N',
      onPick: (value) => {
        choice.use = value === 'Y';
        showLower();
      },
    }),
    lower,
    h('div', { class: 'form-buttons' }, button),
  );
  showLower();
  return form;
}

/** @param {{keepOnServer: boolean}} choice */
const keepRow = (choice) =>
  h(
    'div',
    { class: 'row' },
    h('span', { class: 'row-name' }, '원본 보관'),
    h(
      'div',
      { class: 'row-value' },
      checkbox('POP3로 읽어간 메일을 서버에 보관', {
        name: 'pop_keep',
        checked: choice.keepOnServer,
        onchange: (/** @type {any} */ event) => {
          choice.keepOnServer = event.target.checked;
        },
      }),
    ),
  );

const useNotes = () =>
  h(
    'ul',
    { class: 'notes' },
    h('li', {}, '저장하면 오피스의 모든 사용자에게 적용됩니다.'),
    h('li', {}, '암호메일, 승인메일 등 일부 기능은 함께 쓸 수 없어 꺼집니다.'),
  );
