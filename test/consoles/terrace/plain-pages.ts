import type { Hono } from 'hono';
import { html } from 'hono/html';
import type { Store } from '../common/store.ts';
import { mailProblem } from '../common/validate.ts';
import { filterTree } from './filters.ts';
import { facts, layout, type Markup } from './layout.ts';
import { readForm, type TerraceSessions, takeFlash } from './session.ts';
import type { TerraceState } from './state.ts';

/** Pages that only show something, as a console is full of; figures are made up. */
const tables: { href: string; way: string[]; heads: string[]; rows: string[][] }[] = [
  {
    href: '/manager/list.do',
    way: ['관리자', '관리자 목록'],
    heads: ['아이디', '이름', '권한', '메일'],
    rows: [
      ['admin', '시스템 관리자', '전체 관리자', 'mailadmin@example.com'],
      ['audit', '감사 담당', '읽기 전용', 'audit@example.com'],
    ],
  },
  {
    href: '/stat/mail.do',
    way: ['통계', '메일 통계'],
    heads: ['날짜', '수신', '정상', '차단'],
    rows: [
      ['2026-11-20', '18,402', '6,120', '12,282'],
      ['2026-11-19', '17,955', '6,034', '11,921'],
      ['2026-11-18', '19,310', '6,377', '12,933'],
    ],
  },
  {
    href: '/stat/spam.do',
    way: ['통계', '스팸 통계'],
    heads: ['차단 사유', '건수', '비율'],
    rows: [
      ['컨텐츠 필터', '5,902', '48.1%'],
      ['발송 IP 차단', '4,110', '33.5%'],
      ['바이러스 필터', '88', '0.7%'],
    ],
  },
  {
    href: '/alarm/list.do',
    way: ['알림센터', '알림 목록'],
    heads: ['일시', '구분', '내용'],
    rows: [
      ['2026-11-20 09:14', '주의', '한 발송 IP의 접속이 급증했습니다. (192.0.2.66)'],
      ['2026-11-19 02:00', '정보', '패턴 업데이트가 완료되었습니다.'],
    ],
  },
  {
    href: '/apt/list.do',
    way: ['APT 관리', 'APT 탐지 현황'],
    heads: ['일시', '발신자', '첨부파일', '판정'],
    rows: [['2026-11-17 13:22', 'invoice@ads.example.net', 'invoice.docm', '위험']],
  },
  {
    href: '/mail/log.do',
    way: ['메일 보안', '메일 로그 검색'],
    heads: ['일시', '발신자', '수신자', '제목', '결과'],
    rows: [
      ['2026-11-20 17:42', 'jmpark@example.com', 'buyer@partner.example.com', '3분기 견적서', '정상'],
      ['2026-11-20 16:03', 'win@lottery.example.org', 'user@example.com', '당첨 안내', '차단'],
    ],
  },
  {
    href: '/mail/pending.do',
    way: ['메일 보안', '승인 대기 메일'],
    heads: ['일시', '발신자', '수신자', '제목'],
    rows: [],
  },
  {
    href: '/system/info.do',
    way: ['시스템 관리', '시스템 정보'],
    heads: ['항목', '값'],
    rows: [
      ['제품', 'Terrace Mail Security 7.5'],
      ['가동 시간', '132일'],
      ['디스크 사용량', '41%'],
    ],
  },
  {
    href: '/system/network.do',
    way: ['시스템 관리', '네트워크 설정'],
    heads: ['항목', '값'],
    rows: [
      ['호스트명', 'tmse.example.com'],
      ['IP 주소', '198.51.100.10'],
      ['기본 게이트웨이', '198.51.100.1'],
    ],
  },
];

export function addPlainPages(app: Hono, store: Store<TerraceState>, sessions: TerraceSessions): void {
  for (const { href, way, heads, rows } of tables) {
    const title = way.at(-1)!;
    app.get(href, (c) => c.html(layout({ way, title, body: facts(title, heads, rows) })));
  }
  app.get('/dashboard.do', (c) =>
    c.html(layout({ way: ['대시보드'], title: '대시보드', body: dashboard(store.get()) })),
  );
  app.get('/manager/logins.do', (c) => {
    const rows = store.get().logins.map(({ at, id, ip, ok }) => [at, id, ip, ok ? '성공' : '실패']);
    const body = facts('접속 기록', ['일시', '아이디', '접속 IP', '결과'], rows);
    return c.html(layout({ way: ['관리자', '접속 기록'], title: '접속 기록', body }));
  });
  app.get('/filter/advanced.do', (c) =>
    c.html(
      layout({
        way: ['필터 관리', '스팸 고급 필터'],
        title: '스팸 고급 필터',
        body: overview(store.get()),
        tree: 'overview',
      }),
    ),
  );
  app.get('/alarm/setting.do', (c) => {
    const flash = takeFlash(sessions.read(c)!);
    const body = alarmForm(flash?.values?.mail ?? store.get().alarm.mail);
    return c.html(layout({ way: ['알림센터', '알림 설정'], title: '알림 설정', body, flash }));
  });
  app.post('/alarm/setting.do', async (c) => {
    const mail = (await readForm(c)).one('mail');
    const problem = mailProblem(mail);
    if (!problem)
      store.change((state) => {
        state.alarm.mail = mail;
      });
    sessions.read(c)!.flash = problem
      ? { kind: 'error', text: problem, values: { mail } }
      : { kind: 'done', text: '저장되었습니다.' };
    return c.redirect('/alarm/setting.do', 303);
  });
}

const dashboard = (state: TerraceState): Markup =>
  html`<h3>오늘의 메일</h3>
${facts(
  '오늘의 메일',
  ['구분', '건수'],
  [
    ['수신', '18,402'],
    ['정상', '6,120'],
    ['차단', '12,282'],
  ],
)}
<h3>최근 접속</h3>
${facts(
  '최근 접속',
  ['일시', '아이디', '결과'],
  state.logins.slice(0, 5).map(({ at, id, ok }) => [at, id, ok ? '성공' : '실패']),
)}`;

/** How many filters of each group are on; the filters themselves are reached through the tree. */
const overview = (state: TerraceState): Markup => html`<p class="desc">왼쪽에서 설정할 필터를 선택하세요.</p>
  ${facts(
    '필터 사용 현황',
    ['단계', '필터', '사용 중', '등록 항목'],
    filterTree.map(({ title, pages }) => [
      title,
      `${pages.length}개`,
      `${pages.filter(({ key }) => state.switches[key]?.use).length}개`,
      `${pages.reduce((sum, { key }) => sum + (state.lists[key]?.length ?? 0), 0)}건`,
    ]),
  )}`;

const alarmForm = (mail: string): Markup => html`<form method="post" action="/alarm/setting.do">
  <table class="form" summary="알림 설정">
    <tr>
      <th><label for="mail">알림 받을 메일</label></th>
      <td><input type="text" name="mail" id="mail" size="40" value="${mail}" /></td>
    </tr>
  </table>
  <div class="btns"><input type="submit" class="btn main" value="저장" /></div>
</form>`;
