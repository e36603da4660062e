import { call } from '../api.js';
import { h } from '../dom.js';
import { later, table } from '../parts/form.js';

const boxes = [
  ['inbox', '받은메일함'],
  ['sent', '보낸메일함'],
  ['draft', '임시보관함'],
  ['spam', '스팸메일함'],
  ['trash', '휴지통'],
];

/** The menu at the left of 메일. @param {string} active a box, or 'settings' */
export const mailSide = (active) =>
  h(
    'nav',
    { class: 'side', 'aria-label': '메일함' },
    h(
      'ul',
      {},
      boxes.map(([key, name]) =>
        h('li', {}, h('a', { href: `/mail?box=${key}`, class: key === active ? 'on' : null }, name)),
      ),
    ),
    h(
      'a',
      { class: active === 'settings' ? 'side-top on' : 'side-top', href: '/mail/settings' },
      '환경 설정',
    ),
  );

/** @param {{query: URLSearchParams}} context */
export function mailView({ query }) {
  const key = query.get('box') ?? 'inbox';
  return h(
    'div',
    { class: 'split split-in' },
    mailSide(key),
    h(
      'div',
      { class: 'content' },
      later(async () => {
        const { box, messages } = await call('GET', `mail/messages?box=${encodeURIComponent(key)}`);
        return h(
          'div',
          { class: 'card' },
          h('h1', {}, box.name),
          table(
            `${box.name} 목록`,
            ['보낸 사람', '제목', '일시', '크기'],
            messages.map((/** @type {any} */ one) => [
              one.from,
              one.unread ? h('strong', {}, one.subject) : one.subject,
              one.at,
              one.size,
            ]),
            '메일이 없습니다.',
          ),
        );
      }),
    ),
  );
}
