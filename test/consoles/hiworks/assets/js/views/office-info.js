import { call } from '../api.js';
import { freshId, h } from '../dom.js';
import { later, pageHead } from '../parts/form.js';
import { attempt, toast } from '../parts/toast.js';

/** 오피스 관리 > 오피스 정보. @param {{me: any}} context */
export const officeInfoView = ({ me }) =>
  h(
    'div',
    {},
    pageHead('오피스 정보', ['하이웍스 관리', '오피스 관리', '오피스 정보']),
    later(async () => {
      const saved = await call('GET', 'admin/office');
      const id = freshId('office-name');
      const input = h('input', { id, type: 'text', value: saved.name, maxlength: 40 });
      const save = async () => {
        if (!(await attempt(() => call('PUT', 'admin/office', { name: input.value })))) return;
        me.office.name = input.value.trim();
        toast('저장되었습니다.');
      };
      return h(
        'div',
        { class: 'card form' },
        h(
          'div',
          { class: 'row' },
          h('label', { class: 'row-name', for: id }, '오피스 이름'),
          h('div', { class: 'row-value' }, input),
        ),
        h(
          'div',
          { class: 'row' },
          h('span', { class: 'row-name' }, '도메인'),
          h('div', { class: 'row-value' }, me.office.domain),
        ),
        h(
          'div',
          { class: 'row' },
          h('span', { class: 'row-name' }, '이용 상품'),
          h('div', { class: 'row-value' }, me.office.plan),
        ),
        h(
          'div',
          { class: 'form-buttons' },
          h('button', { type: 'button', class: 'btn btn-primary', onclick: save }, '저장'),
        ),
      );
    }),
  );
