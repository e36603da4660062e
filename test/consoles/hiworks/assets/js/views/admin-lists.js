import { call } from '../api.js';
import { h } from '../dom.js';
import { later, pageHead, table } from '../parts/form.js';

/** @param {string} title @param {string} group @param {() => Promise<Node>} load */
const listPage = (title, group, load) => () =>
  h(
    'div',
    {},
    pageHead(title, ['하이웍스 관리', group, title]),
    later(async () => h('div', { class: 'card' }, await load())),
  );

const people = () => call('GET', 'people');

/** @param {any[]} rows @param {string} key @returns {Map<string, any[]>} */
const by = (rows, key) => Map.groupBy(rows, (row) => row[key]);

export const usersView = listPage('사용자 목록', '사용자 관리', async () =>
  table(
    '사용자 목록',
    ['이름', '계정', '조직', '직위'],
    (await people()).map((/** @type {any} */ one) => [one.name, one.mail, one.team, one.rank]),
  ),
);

export const teamsView = listPage('조직도', '사용자 관리', async () =>
  h(
    'ul',
    { class: 'teams' },
    [...by(await people(), 'team')].map(([team, members]) =>
      h('li', {}, h('strong', {}, team), ` ${members.map((one) => `${one.name} ${one.rank}`).join(', ')}`),
    ),
  ),
);

export const ranksView = listPage('직위/직무', '사용자 관리', async () =>
  table(
    '직위 목록',
    ['직위', '인원'],
    [...by(await people(), 'rank')].map(([rank, members]) => [rank, `${members.length}명`]),
  ),
);

export const usageView = listPage('사용 현황', '오피스 관리', async () =>
  table(
    '서비스별 사용 현황',
    ['서비스', '상태', '용량'],
    [
      ['메일', '이용 중', '10.2GB'],
      ['게시판', '이용 중', '1.8GB'],
      ['전자결재', '이용 중', '0.6GB'],
    ],
  ),
);

export const mailStatusView = listPage('메일 현황', '메일 관리', async () =>
  table(
    '사용자별 메일 현황',
    ['이름', '계정', '메일함', '사용량'],
    (await call('GET', 'admin/mail/status')).map((/** @type {any} */ one) => [
      one.name,
      one.mail,
      `${one.boxes}개`,
      `${one.used}MB`,
    ]),
  ),
);

export const loginsView = listPage('로그인 기록', '보안', async () =>
  table(
    '로그인 기록',
    ['일시', '이름', '접속 IP', '결과'],
    (await call('GET', 'admin/security/logins')).map((/** @type {any} */ one) => [
      one.at,
      one.name,
      one.ip,
      h('span', { class: `badge badge-${one.ok ? 'allow' : 'block'}` }, one.ok ? '성공' : '실패'),
    ]),
  ),
);
