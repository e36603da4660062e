import { call } from '../api.js';
import { h } from '../dom.js';
import { later, radios } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';

/** 암호메일 and 승인메일: one switch, shut while POP3/SMTP is on. @param {{path: string, caption: string, hint: string}} lock */
export const lockPanel = (lock) => later(async () => panel(lock, await call('GET', lock.path)));

/** @param {any} lock @param {{use: boolean, blocked: string | null}} saved @returns {any} */
function panel(lock, saved) {
  let use = saved.use;
  const save = async () => {
    await attempt(async () => {
      await call('PUT', lock.path, { use });
      form.replaceWith(panel(lock, await call('GET', lock.path)));
      toast('저장되었습니다.');
    });
  };
  const form = h(
    'div',
    { class: 'card form' },
    saved.blocked
      ? h(
          'div',
          { class: 'blocked', role: 'note' },
          h('strong', {}, saved.blocked),
          h('a', { href: '/admin/mail/secure?tab=pop3' }, 'POP3/SMTP 설정으로 이동'),
        )
      : h('p', { class: 'hint' }, lock.hint),
    radios({
      caption: lock.caption,
      name: 'lock_use',
      choices: [
        ['Y', '사용 함'],
        ['N', '사용 안함'],
      ],
      value: use ? 'Y' : 'N',
      disabled: Boolean(saved.blocked),
      onPick: (value) => {
        use = value === 'Y';
      },
    }),
    h(
      'div',
      { class: 'form-buttons' },
      h(
        'button',
        { type: 'button', class: 'btn btn-primary', disabled: Boolean(saved.blocked), onclick: save },
        '저장',
      ),
    ),
  );
  return form;
}
