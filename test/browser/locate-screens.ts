import type { Page } from 'puppeteer';
import { signInHiworks, signInTerrace } from './support/consoles.ts';

/** A state of a console that a person can be in, and the way there from any other. */
export interface Screen {
  name: string;
  open(page: Page, url: string): Promise<unknown>;
}

/** The client of the Hiworks console has drawn the page and has what it waits for. */
export const filled = (page: Page) =>
  page.waitForFunction(
    () => document.body.innerText.trim() !== '' && !document.querySelector('.loading, [aria-busy="true"]'),
  );

const at = (name: string, path: string, then?: (page: Page) => Promise<unknown>): Screen => ({
  name,
  open: async (page, url) => {
    await page.goto(url + path);
    await filled(page);
    await then?.(page);
  },
});

const press = (words: string) => (page: Page) => page.locator(`aria/${words}[role="button"]`).click();

const SECURE = '/admin/mail/secure';

/** Pages, tabs and dialogs of the Hiworks console; the first two before one has signed in. */
export const hiworksScreens: Screen[] = [
  at('계정 입력', '/'),
  {
    name: '비밀번호 입력',
    open: async (page, url) => {
      await page.goto(url);
      await page.locator('aria/계정 아이디[role="textbox"]').fill('admin');
      await press('다음')(page);
      await page.waitForSelector('input[type="password"]');
    },
  },
  { name: '오피스 홈', open: signInHiworks },
  at('메일', '/mail'),
  at('메일 환경 설정', '/mail/settings'),
  at('서명', '/mail/settings?tab=signature'),
  at('자동 분류', '/mail/settings?tab=sorting'),
  at('주소록', '/contacts'),
  at('캘린더', '/calendar'),
  at('게시판', '/board'),
  at('전자결재', '/approval'),
  at('관리 홈', '/admin'),
  at('관리 홈, 메일 관리 열림', '/admin', press('메일 관리')),
  at('관리 홈, 보안 열림', '/admin', press('보안')),
  at('오피스 정보', '/admin/office/info'),
  at('사용 현황', '/admin/office/usage'),
  at('사용자 목록', '/admin/users/list'),
  at('조직도', '/admin/users/teams'),
  at('직위/직무', '/admin/users/ranks'),
  at('메일 현황', '/admin/mail/status'),
  at('보안 메일', SECURE),
  at('보안 메일, 사용 함', SECURE, async (page) => {
    await page.locator('aria/사용 함[role="radio"]').click();
    await page.waitForSelector('[name="pop_keep"]');
  }),
  at('예외 사용자 추가', SECURE, async (page) => {
    await press('예외 사용자 추가')(page);
    await page.waitForSelector('dialog[open]');
  }),
  at('예외 사용자 삭제', SECURE, async (page) => {
    await page.locator('table button').click();
    await page.waitForSelector('[role="alertdialog"]');
  }),
  at('수신허용/차단', `${SECURE}?tab=senders`),
  at('암호메일', `${SECURE}?tab=encrypted`),
  at('승인메일', `${SECURE}?tab=approval`),
  at('메일 환경 설정, 허용됨', SECURE, async (page) => {
    await page.locator('aria/사용 함[role="radio"]').click();
    await press('저장')(page);
    await page.waitForFunction(() => document.body.innerText.includes('저장되었습니다'));
    await page.goto(new URL('/mail/settings', page.url()).href);
    await filled(page);
  }),
  at('메일 아카이빙', '/admin/mail/archive'),
  at('접근 IP 관리', '/admin/security/ip'),
  at('로그인 기록', '/admin/security/logins'),
];

const TERRACE = [
  ['대시보드', '/dashboard.do'],
  ['관리자 목록', '/manager/list.do'],
  ['접속 기록', '/manager/logins.do'],
  ['메일 통계', '/stat/mail.do'],
  ['스팸 통계', '/stat/spam.do'],
  ['알림 목록', '/alarm/list.do'],
  ['알림 설정', '/alarm/setting.do'],
  ['APT 탐지 현황', '/apt/list.do'],
  ['APT 정책', '/filter/aptPolicy.do'],
  ['메일 로그 검색', '/mail/log.do'],
  ['승인 대기 메일', '/mail/pending.do'],
  ['스팸 고급 필터', '/filter/advanced.do'],
  ['컨텐츠 필터', '/filter/content.do'],
  ['바이러스 필터', '/filter/virusFilter.do'],
  ['시스템 정보', '/system/info.do'],
  ['네트워크 설정', '/system/network.do'],
  ['동시 접속 횟수 제한', '/filter/concurrentLimit.do'],
  ['시간당 접속 횟수 제한', '/filter/hourlyLimit.do'],
  ['RBL 차단', '/filter/rblBlock.do'],
  ['발송 IP 차단', '/filter/sendIpBlock.do'],
  ['발송 IP', '/filter/sendIpAllow.do'],
  ['RBL 예외 IP', '/filter/rblExcept.do'],
  ['SMTP 인증 해외 IP 차단', '/filter/smtpAuthForeignIp.do'],
  ['발신자 도메인 검사', '/filter/senderDomainCheck.do'],
  ['수신자 수 제한', '/filter/recipientLimit.do'],
  ['발신자 차단', '/filter/senderBlock.do'],
  ['접속 허용국가', '/filter/countryAllow.do'],
  ['발신자 허용', '/filter/senderAllow.do'],
  ['Super White IP', '/filter/superWhiteIp.do'],
] as const;

const form = (name: string, path: string): Screen =>
  at(`${name}, 추가`, path, async (page) => {
    await page.locator('.tools input').click();
    await page.waitForSelector('#addForm:not(.closed)');
  });

/** Pages of the Terrace console, the open forms of its lists, and its menus open. */
export const terraceScreens: Screen[] = [
  at('로그인', '/login.do'),
  { name: '로그인 뒤 대시보드', open: signInTerrace },
  ...TERRACE.map(([name, path]) => at(name, path)),
  at('필터 관리 열림', '/dashboard.do', async (page) => {
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#gnb > li > a')]
        .find((one) => one.textContent === '필터 관리')!
        .click(),
    );
  }),
  form('발송 IP 차단', '/filter/sendIpBlock.do'),
  form('발송 IP', '/filter/sendIpAllow.do'),
  form('RBL 예외 IP', '/filter/rblExcept.do'),
  form('Super White IP', '/filter/superWhiteIp.do'),
];
