import { describe, expect, test } from 'vitest';
import { read } from './read-steps.ts';

const cases: [string, string, string[]][] = [
  ['a save button that says what it saves', '1. Click [Save actions].', ['save Save actions']],
  ['a draft is not what takes effect', '1. Click [Save draft].', ['click Save draft']],
  [
    'one bracket, path inside',
    '1. [메일 관리 > 보안 메일]을 클릭합니다.',
    ['open-menu-path 메일 관리 > 보안 메일'],
  ],
  ['brackets joined by signs', '1. [메일] - [그룹] 으로 이동합니다.', ['open-menu-path 메일 > 그룹']],
  [
    'unmarked path',
    '1. 전자결재 > 문서함 관리 메뉴를 선택해 주세요.',
    ['open-menu-path 전자결재 > 문서함 관리 ?unmarked'],
  ],
  [
    'path on the way',
    '1. [메일 > 그룹]에서 [추가]를 클릭합니다.',
    ['open-menu-path 메일 > 그룹', 'click 추가'],
  ],
  [
    'deed at the end of a path',
    '관리자페이지 ▶ 필터 ▶ 접속 허용 ▶ 발송 IP 추가',
    ['open-menu-path 필터 > 접속 허용 ?unmarked', 'click 발송 IP 추가 ?unmarked'],
  ],
  ['two acts in a line', '1. [이름]을 입력한 후 [확인]을 클릭합니다.', ['fill 이름', 'confirm 확인']],
  ['place', '1. [기본 정보]의 [수정] 버튼을 눌러 주세요.', ['click 수정 @ 기본 정보']],
  ['setting and value', '1. 부재중 설정을 [사용 함]으로 변경합니다.', ['select 사용 함 @ 부재중 설정']],
  ['value in code', '1. [제목]에 `부재중`을 입력합니다.', ['fill 제목 =부재중']],
  [
    "reader's own thing",
    '1. *대상 사용자*를 선택합니다.\n2. [삭제]를 클릭합니다.',
    ['select - ?placeholder', 'click 삭제'],
  ],
  [
    'adjective clause',
    '1. 목록에서 지울 계정을 선택합니다.\n2. [삭제]를 누릅니다.',
    ['select - ?placeholder', 'click 삭제'],
  ],
  ['optional', '1. (선택사항) [설명]을 입력합니다.', ['fill 설명 optional']],
  ['purpose', '1. 더 추가하려면 [+]를 클릭합니다.', ['click + optional']],
  ['either', '1. [추가] 또는 [+]를 클릭합니다.', ['click 추가 g1.a', 'click + g1.b']],
  ['press, then its result', '1. [확인]을 클릭하면 설정이 끝납니다.', ['confirm 확인']],
  ['press for a purpose', '1. [다운로드]를 클릭해 파일을 저장합니다.', ['click 다운로드']],
  ['unchecking', '1. [자동 전달] 체크를 해제합니다.', ['uncheck 자동 전달']],
  ['lost link', '1. [메일]을 클릭합니다.\n2. 로 이동해 주세요.', ['click 메일', 'goto-url - ?lost-icon']],
  ['quotes', '1. ‘멤버 등록’ 버튼을 눌러 주세요.', ['click 멤버 등록']],
  [
    'list of fields',
    '1. [추가]를 클릭합니다.\n2. 아이디와 비밀번호를 입력합니다.',
    ['click 추가', 'fill 아이디 ?unmarked', 'fill 비밀번호 ?unmarked'],
  ],
  [
    'arrows as picture text',
    '1. 메뉴 그런 다음 앱그런 다음Gmail로 이동합니다.',
    ['open-menu-path 메뉴 > 앱 > Gmail ?unmarked'],
  ],
  [
    'English: field',
    '1. In the [Name] box, type the name, and then click [Save].',
    ['fill Name', 'save Save'],
  ],
  [
    'English: capital labels',
    '1. Click Add Members and select the user.',
    ['click Add Members ?unmarked', 'select - ?placeholder'],
  ],
  [
    'English: path',
    '1. Go to Mail > Settings > Forwarding.',
    ['open-menu-path Mail > Settings > Forwarding ?unmarked'],
  ],
  ['English: place', '1. Under [Next steps], click [Add].', ['click Add @ Next steps']],
  ['Japanese: place', '1. 【ツール】の“自動応答”をクリックします。', ['click 自動応答 @ ツール']],
  ['Japanese: two acts', '1. 「名前」を入力し、[保存]をクリックします。', ['fill 名前', 'save 保存']],
  ['Japanese: switch off', '1. [自動転送] チェックボックスをオフにします。', ['uncheck 自動転送']],
];

describe('a line', () => {
  test.each(cases)('%s', (_, markdown, expected) => {
    expect(read(markdown)).toEqual(expected);
  });
});

const silent: [string, string][] = [
  ['reference', '자세한 내용은 [메일 > 계정] 매뉴얼을 참고하세요.'],
  ['breadcrumb', 'Home > 메일 > 보안 메일 > 설정'],
  ['footnote', '※ [설정]에서 [끄기]를 클릭할 수 있습니다.'],
  ['who may', '[하이웍스 관리] 메뉴는 전체 관리자만 사용할 수 있습니다.'],
  ['result', '설정 화면이 나타납니다.'],
  ['definition', '- 발신자: 받는 사람에게 보이는 이름'],
  ['example', '예) [저장]을 클릭'],
  ['picture', 'mceclip0.png'],
  ['alert', '> [!NOTE]\n> [저장]을 클릭합니다.'],
  ['English reference', 'For more information, see [Shared mailboxes].'],
  ['Japanese reference', '詳しくは「設定」をご覧ください。'],
];

describe('no step', () => {
  test.each(silent)('%s', (_, markdown) => {
    expect(read(`1. [메일]을 클릭합니다.\n\n${markdown}`)).toEqual(['click 메일']);
  });
});
