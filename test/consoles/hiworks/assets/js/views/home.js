import { h } from '../dom.js';

const tiles = [
  ['메일', '/mail', '✉', '#2f80ed'],
  ['주소록', '/contacts', '☎', '#27ae60'],
  ['캘린더', '/calendar', '▦', '#eb5757'],
  ['게시판', '/board', '☰', '#9b51e0'],
  ['전자결재', '/approval', '✓', '#f2994a'],
];
const news = [
  ['[공지] 11월 정기 점검 안내 (11/29 02:00~05:00)', '11-20'],
  ['연말 교육 과정 신청을 받습니다', '11-18'],
  ['사내 메일 이용 수칙이 바뀌었습니다', '11-12'],
];

/** 오피스 홈. @param {{me: any}} context */
export function homeView({ me }) {
  return h(
    'div',
    { class: 'home' },
    h(
      'section',
      { class: 'card profile' },
      h('span', { class: 'avatar avatar-big', 'aria-hidden': 'true' }, me.name.slice(0, 1)),
      h(
        'div',
        {},
        h('strong', {}, `${me.name} ${me.rank}`),
        h('p', {}, `${me.office.name} · ${me.team}`),
        h('p', {}, me.mail),
      ),
      me.isAdmin && h('a', { class: 'btn btn-primary', href: '/admin' }, '하이웍스 관리'),
    ),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, '내 앱'),
      h(
        'ul',
        { class: 'tiles' },
        tiles.map(([name, href, sign, colour]) =>
          h(
            'li',
            {},
            h(
              'a',
              { href },
              h('span', { class: 'tile-icon', style: `background:${colour}`, 'aria-hidden': 'true' }, sign),
              name,
            ),
          ),
        ),
      ),
    ),
    h(
      'section',
      { class: 'card' },
      h('h2', {}, '새 소식'),
      h(
        'ul',
        { class: 'news' },
        news.map(([title, at]) => h('li', {}, h('a', { href: '/board' }, title), h('time', {}, at))),
      ),
    ),
  );
}
