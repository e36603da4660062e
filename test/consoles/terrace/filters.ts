/** A page with 사용 / 사용하지 않음, a reply and sometimes a number. */
export interface SwitchPage {
  kind: 'switch';
  key: string;
  title: string;
  text: string;
  reject: string;
  max?: { label: string; unit: string; value: number; most: number };
}
/** A page with a list that can be added to. */
export interface ListPage {
  kind: 'list';
  key: string;
  title: string;
  text: string;
  holds: 'ip' | 'sender' | 'country';
  first?: [value: string, note: string][];
}
export type FilterPage = SwitchPage | ListPage;
export interface FilterGroup {
  title: string;
  pages: FilterPage[];
}

const off = (
  key: string,
  title: string,
  reject: string,
  text: string,
  max?: SwitchPage['max'],
): SwitchPage => ({
  kind: 'switch',
  key,
  title,
  text,
  reject,
  ...(max && { max }),
});
const list = (
  key: string,
  title: string,
  holds: ListPage['holds'],
  text: string,
  first: ListPage['first'] = [],
): ListPage => ({ kind: 'list', key, title, text, holds, first });

/** 스팸 고급 필터, in the order of its tree. */
export const filterTree: FilterGroup[] = [
  {
    title: '접속 단계 차단',
    pages: [
      off(
        'concurrentLimit',
        '동시 접속 횟수 제한',
        '421 You made too many connections',
        '한 발송 IP가 동시에 맺을 수 있는 접속 수를 제한합니다. 예외로 둘 IP는 접속 단계 허용 또는 Super White IP에 등록합니다.',
        { label: '최대 접속 횟수', unit: '회', value: 10, most: 1000 },
      ),
      off(
        'hourlyLimit',
        '시간당 접속 횟수 제한',
        '421 Your IP is filtered by IP Rate Control',
        '한 발송 IP가 한 시간 동안 접속할 수 있는 횟수를 제한합니다. 예외로 둘 IP는 접속 단계 허용 또는 Super White IP에 등록합니다.',
        { label: '최대 접속 횟수', unit: '회', value: 500, most: 100000 },
      ),
      off(
        'rblBlock',
        'RBL 차단',
        '550 Your IP is listed in RBL',
        '실시간 차단 목록(RBL)에 올라 있는 발송 IP의 접속을 막습니다.',
      ),
      list('sendIpBlock', '발송 IP 차단', 'ip', '등록한 발송 IP의 접속을 항상 막습니다.', [
        ['192.0.2.66', '반복 스팸 발송'],
      ]),
    ],
  },
  {
    title: '접속 단계 허용',
    pages: [
      list('sendIpAllow', '발송 IP', 'ip', '등록한 발송 IP에는 접속 단계 차단을 적용하지 않습니다.', [
        ['198.51.100.25', '그룹웨어 발송 서버'],
      ]),
      list('rblExcept', 'RBL 예외 IP', 'ip', '등록한 발송 IP는 RBL 차단에서 제외합니다.'),
    ],
  },
  {
    title: 'SMTP 단계 차단',
    pages: [
      off(
        'smtpAuthForeignIp',
        'SMTP 인증 해외 IP 차단',
        '421 Your IP is not allowed to use smtp auth',
        '해외 IP에서 들어오는 SMTP AUTH를 막습니다. 허용할 국가나 IP는 SMTP 단계 허용 또는 Super White IP에 등록합니다.',
      ),
      off(
        'senderDomainCheck',
        '발신자 도메인 검사',
        '550 Sender domain does not exist',
        '발신자 주소의 도메인이 DNS에 없으면 메일을 받지 않습니다.',
      ),
      off(
        'recipientLimit',
        '수신자 수 제한',
        '452 Too many recipients',
        '메일 한 통에 지정할 수 있는 수신자 수를 제한합니다.',
        { label: '최대 수신자 수', unit: '명', value: 100, most: 10000 },
      ),
      list('senderBlock', '발신자 차단', 'sender', '등록한 발신자의 메일을 받지 않습니다.'),
    ],
  },
  {
    title: 'SMTP 단계 허용',
    pages: [
      list(
        'countryAllow',
        '접속 허용국가',
        'country',
        '등록한 국가의 IP에는 SMTP 인증 해외 IP 차단을 적용하지 않습니다.',
        [['KR', '기본']],
      ),
      list('senderAllow', '발신자 허용', 'sender', '등록한 발신자의 메일은 SMTP 단계에서 막지 않습니다.'),
    ],
  },
];

/** Stands in the tree beside the groups and has no group of its own. */
export const superWhite = list(
  'superWhiteIp',
  'Super White IP',
  'ip',
  '등록한 IP에는 스팸 고급 필터를 모두 적용하지 않습니다. 꼭 필요한 IP만 등록하세요.',
);

/** On/off pages elsewhere in the menu that look just the same. */
export const otherSwitches: SwitchPage[] = [
  off('virusFilter', '바이러스 필터', '554 Virus detected', '바이러스가 발견된 메일을 받지 않습니다.'),
  off(
    'aptPolicy',
    'APT 정책',
    '554 Message blocked by APT policy',
    '첨부파일을 가상 환경에서 실행해 보고 위험하면 막습니다.',
  ),
];

export const filterPages: FilterPage[] = [
  ...filterTree.flatMap(({ pages }) => pages),
  superWhite,
  ...otherSwitches,
];
export const addressOf = (page: FilterPage): string => `/filter/${page.key}.do`;

export const countries: Record<string, string> = {
  KR: '대한민국',
  US: '미국',
  JP: '일본',
  CN: '중국',
  VN: '베트남',
  SG: '싱가포르',
  DE: '독일',
  GB: '영국',
};
