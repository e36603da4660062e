/** The top menu: a name and its submenu, or an address when it has none. */
export const menu: { title: string; href?: string; items?: [title: string, href: string][] }[] = [
  { title: '대시보드', href: '/dashboard.do' },
  {
    title: '관리자',
    items: [
      ['관리자 목록', '/manager/list.do'],
      ['접속 기록', '/manager/logins.do'],
    ],
  },
  {
    title: '통계',
    items: [
      ['메일 통계', '/stat/mail.do'],
      ['스팸 통계', '/stat/spam.do'],
    ],
  },
  {
    title: '알림센터',
    items: [
      ['알림 목록', '/alarm/list.do'],
      ['알림 설정', '/alarm/setting.do'],
    ],
  },
  {
    title: 'APT 관리',
    items: [
      ['APT 탐지 현황', '/apt/list.do'],
      ['APT 정책', '/filter/aptPolicy.do'],
    ],
  },
  {
    title: '메일 보안',
    items: [
      ['메일 로그 검색', '/mail/log.do'],
      ['승인 대기 메일', '/mail/pending.do'],
    ],
  },
  {
    title: '필터 관리',
    items: [
      ['스팸 고급 필터', '/filter/advanced.do'],
      ['컨텐츠 필터', '/filter/content.do'],
      ['바이러스 필터', '/filter/virusFilter.do'],
    ],
  },
  {
    title: '시스템 관리',
    items: [
      ['시스템 정보', '/system/info.do'],
      ['네트워크 설정', '/system/network.do'],
    ],
  },
];
