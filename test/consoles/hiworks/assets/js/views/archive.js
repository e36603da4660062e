import { call } from '../api.js';
import { freshId, h } from '../dom.js';
import { later, pageHead, radios } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';

const path = 'admin/mail/archive';

/** 메일 관리 > 메일 아카이빙. */
export const archiveView = () =>
  h(
    'div',
    {},
    pageHead('메일 아카이빙', ['하이웍스 관리', '메일 관리', '메일 아카이빙']),
    later(async () => panel(await call('GET', path))),
  );

/** @param {{use: boolean, years: number}} saved @returns {any} */
function panel(saved) {
  const choice = { ...saved };
  const id = freshId('years');
  const save = async () => {
    await attempt(async () => {
      await call('PUT', path, choice);
      form.replaceWith(panel(await call('GET', path)));
      toast('저장되었습니다.');
    });
  };
  const form = h(
    'div',
    { class: 'card form' },
    radios({
      caption: '아카이빙 사용 여부',
      name: 'archive_use',
      choices: [
        ['Y', '사용 함'],
        ['N', '사용 안함'],
      ],
      value: choice.use ? 'Y' : 'N',
      onPick: (value) => {
        choice.use = value === 'Y';
      },
    }),
    h(
      'div',
      { class: 'row' },
      h('label', { class: 'row-name', for: id }, '보관 기간'),
      h(
        'div',
        { class: 'row-value' },
        h(
          'select',
          {
            id,
            onchange: (/** @type {any} */ event) => {
              choice.years = Number(event.target.value);
            },
          },
          [1, 3, 5, 10].map((years) =>
            h('option', { value: years, selected: years === choice.years }, `${years}년`),
          ),
        ),
      ),
    ),
    h(
      'div',
      { class: 'form-buttons' },
      h('button', { type: 'button', class: 'btn btn-primary', onclick: save }, '저장'),
    ),
  );
  return form;
}
