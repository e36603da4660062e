import { describe, expect, test } from 'vitest';
import { read } from './read-steps.ts';

/** Ways of writing that vendors' help pages share, one a case. */
const cases: [string, string, string[]][] = [
  [
    'a verb set apart by machine translation',
    '1. 구성원을 추가 하려면 [공유 사서함]을 선택 합니다.',
    ['select 공유 사서함 optional'],
  ],
  [
    '탭 as a verb',
    "1. '이메일 추가'를 탭하여 주소를 입력합니다.",
    ['click 이메일 추가', 'fill 주소 ?unmarked'],
  ],
  [
    'a negated verb before its noun',
    '1. 설정을 적용하지 않을 주소 목록을 작성합니다.',
    ['fill 주소 ?unmarked'],
  ],
  ['whom it is for is no field', '1. 발신자에게 표시할 메시지를 입력합니다.', ['fill 메시지 ?unmarked']],
  [
    'menu names with commas at the end of a path',
    '1. 앱 > Gmail > 스팸, 피싱, 멀웨어 항목으로 이동합니다.',
    ['open-menu-path 앱 > Gmail > 스팸, 피싱, 멀웨어 ?unmarked'],
  ],
  [
    'the page brings the reader there',
    "1. '목록 관리' 화면으로 넘어간 후, '추가'를 클릭합니다.",
    ['click 추가'],
  ],
  ['keys are on no page', '1. 이름을 입력하고 키보드 Enter를 누릅니다.', ['fill 이름 ?unmarked']],
  ['one name with 및 in it', '1. 웹 및 앱 활동을 클릭합니다.', ['click 웹 및 앱 활동 ?unmarked']],
  [
    'the verb said once for several fields',
    '1. 상호에 법인 이름을, 대표자에 대표자 이름을 입력해 주세요.',
    ['fill 상호 ?unmarked', 'fill 대표자 ?unmarked'],
  ],
  [
    'one of several values',
    '1. [보관 기간]에서 30일/90일 중 하나를 선택합니다.',
    ['select 보관 기간 =30일|90일'],
  ],
  [
    'a field and its value behind a colon',
    '- 댓글 허용 : 사용\n- [저장]을 클릭합니다.',
    ['select 댓글 허용 =사용 ?unmarked', 'save 저장'],
  ],
  ['the means is pressed', '1. [+ 부서] 버튼으로 부서를 추가합니다.', ['click + 부서']],
  [
    'a line that was wrapped behind a particle',
    "4) 초기 비밀번호를 입력한 다음 '최초 로그인 시 변경' 항목에\n   체크하고 [등록] 버튼을 클릭한다.",
    ['fill 초기 비밀번호 ?unmarked', 'check 최초 로그인 시 변경', 'click 등록'],
  ],
  ['quotes that do not match', "1. 설치화면에서 ‘동의함'버튼을 클릭해 주세요.", ['click 동의함 @ 설치']],
  [
    'what only says when',
    '1. [설정]을 클릭합니다.\n- 유형은 저장한 뒤 변경 불가\n2. 조직관리 페이지 접속 시 팝업이 나타납니다.',
    ['click 설정'],
  ],
  [
    'somebody else does it',
    '1. [생성]을 클릭합니다. 주소는 사용자가 지정하여 생성할 수 없습니다.',
    ['click 생성'],
  ],
  [
    'digits behind glued arrows',
    '1. Go to Securityand thenAuthenticationand then2-step verification.',
    ['open-menu-path Security > Authentication > 2-step verification ?unmarked'],
  ],
  [
    'verbs inside the name of a box',
    '1. Check the Allow users to turn on 2-Step Verification box.',
    ['check Allow users to turn on 2-Step Verification ?unmarked'],
  ],
  [
    'the place behind a name',
    '1. Click Email Accounts in the Email section.',
    ['click Email Accounts @ Email ?unmarked'],
  ],
  [
    'a remark in brackets that refers elsewhere',
    '1. Click Edit (see Advanced settings for more details).',
    ['click Edit ?unmarked'],
  ],
  [
    'a note under its own word',
    '1. Click Add.\nNote:\nTo see the menu, click Manage Aliases.\n2. Click Save.',
    ['click Add ?unmarked', 'save Save ?unmarked'],
  ],
  [
    'a screen that opens by itself',
    '1. 上のような画面が開きますので、「管理」をクリックします。',
    ['click 管理'],
  ],
  [
    'whether, not what',
    '1. 「受信」で許可するかどうかを選択します。\n2. [保存]をクリックします。',
    ['select 受信', 'save 保存'],
  ],
  ['the means, in Japanese', '1. 「設定」から設定ページへ移動します。', ['click 設定']],
  [
    'a verb that a mark follows',
    '1. 「追加」を選択後「OK」をクリックします。',
    ['select 追加', 'confirm OK'],
  ],
  [
    'a menu that is accessed',
    '1. メニュー アイコン 次に [アプリ] 次に [Gmail] にアクセスします。',
    ['open-menu-path アプリ > Gmail ?unmarked'],
  ],
  [
    '메뉴 관리 is a name',
    '1. 메뉴 관리 > 메일 > 별칭 계정 메뉴 클릭',
    ['open-menu-path 메뉴 관리 > 메일 > 별칭 계정 ?unmarked'],
  ],
  [
    'the verb inside the bracket',
    '1. 이름 입력 및 주소 입력\n2. [저장 클릭]',
    ['fill 이름 ?unmarked', 'fill 주소 ?unmarked', 'save 저장'],
  ],
  [
    'two fields in a box',
    '1. 로그인 상자에 아이디와 비밀번호를 입력합니다.',
    ['fill 아이디 ?unmarked', 'fill 비밀번호 ?unmarked'],
  ],
  [
    'a menu called 홈',
    '1. 홈 > 정크 > 정크 없음을 클릭합니다.',
    ['open-menu-path 홈 > 정크 > 정크 없음 ?unmarked'],
  ],
  [
    'an arrow from act to act, in Japanese',
    '1. 操作欄をクリック>「管理」をクリックします。',
    ['click 操作 ?unmarked', 'click 管理'],
  ],
  ['a click into a box', '1. Click in the [Domains] box.', ['click Domains']],
];

describe('as vendors write it', () => {
  test.each(cases)('%s', (_, markdown, steps) => {
    expect(read(markdown)).toEqual(steps);
  });
});
