import { call } from '../api.js';
import { h } from '../dom.js';
import { later, table } from '../parts/form.js';

/** @param {string} title @param {() => Promise<Node>} load */
const officePage = (title, load) => () =>
  h(
    'div',
    { class: 'page' },
    h('h1', {}, title),
    later(async () => h('div', { class: 'card' }, await load())),
  );

export const contactsView = officePage('주소록', async () =>
  table(
    '주소록',
    ['이름', '메일', '조직'],
    (await call('GET', 'people')).map((/** @type {any} */ one) => [one.name, one.mail, one.team]),
  ),
);

export const boardView = officePage('게시판', async () =>
  table(
    '사내 공지',
    ['제목', '작성자', '작성일'],
    [
      ['[공지] 11월 정기 점검 안내 (11/29 02:00~05:00)', '김관리', '2026-11-20'],
      ['연말 교육 과정 신청을 받습니다', '정하린', '2026-11-18'],
      ['사내 메일 이용 수칙이 바뀌었습니다', '김관리', '2026-11-12'],
    ],
  ),
);

export const approvalsView = officePage('전자결재', async () =>
  table('결재 대기 문서', ['문서 제목', '기안자', '기안일', '상태'], [], '결재할 문서가 없습니다.'),
);

/** This month, a row a week. */
export const calendarView = officePage('캘린더', async () => {
  const now = new Date();
  const first = new Date(now.getFullYear(), now.getMonth(), 1).getDay();
  const days = new Date(now.getFullYear(), now.getMonth() + 1, 0).getDate();
  const cells = Array.from({ length: Math.ceil((first + days) / 7) * 7 }, (_, at) => at - first + 1);
  const text = (/** @type {number} */ day) => (day > 0 && day <= days ? String(day) : '');
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) =>
    cells.slice(week * 7, week * 7 + 7).map(text),
  );
  return h(
    'div',
    { class: 'calendar' },
    h('h2', {}, `${now.getFullYear()}년 ${now.getMonth() + 1}월`),
    table('달력', [...'일월화수목금토'], weeks),
  );
});
