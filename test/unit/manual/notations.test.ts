import { describe, expect, test } from 'vitest';
import { compile, plainSteps } from '../../../shared/manual/index.ts';

/** `action label > label =value alternative` of every step. */
function read(markdown: string): string[] {
  return plainSteps(compile(markdown).guides).map((step) =>
    [
      step.action,
      step.labels.join(' > ') || '-',
      step.value === null ? '' : `=${step.value}`,
      step.alternative ?? '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

/** One sentence for each notation of pasted manuals, in words of our own. */
const cases: [string, string, string[]][] = [
  [
    'a name that ends in 목록',
    '1. 관리 > 사용자 > 사용자 목록 메뉴로 이동합니다.',
    ['open-menu-path 관리 > 사용자 > 사용자 목록'],
  ],
  ['내 is "my" before a name', '2. 우측 상단 내 정보 > 설정 클릭', ['open-menu-path 내 정보 > 설정']],
  [
    'a side before the first menu',
    '① 웹메일 우측 상단 톱니바퀴 ▶ 환경설정',
    ['open-menu-path 톱니바퀴 > 환경설정'],
  ],
  [
    'a path after an act',
    '이름을 입력한 후 [설정] > [알림]을 클릭합니다.',
    ['fill 이름', 'open-menu-path 설정 > 알림'],
  ],
  [
    'a list behind a path',
    '1. 전체관리 > 메일 > [분류], [전달] 여부 선택',
    ['open-menu-path 전체관리 > 메일', 'select 분류', 'select 전달'],
  ],
  [
    'arrows that were lost',
    '1. 메뉴 앱Google WorkspaceGmail최종 사용자 액세스로 이동합니다.',
    ['open-menu-path 앱 > Google Workspace > Gmail > 최종 사용자 액세스'],
  ],
  [
    'a setting at the end of a path',
    '① 메일 ▶ 배너 관리 ▶ 배너 사용 : 사용 ▷ 저장',
    ['open-menu-path 메일 > 배너 관리', 'select 배너 사용 =사용', 'save 저장'],
  ],
  [
    'parts that only name buttons',
    '③ IP 추가 ▷ 허용할 IP 입력 ▷ 확인',
    ['click IP 추가', 'fill IP', 'confirm 확인'],
  ],
  ['a button called 다음', '1. 용량을 선택한 다음 다음 버튼을 클릭합니다.', ['select 용량', 'click 다음']],
  ['a picture by its shape', '1. 톱니바퀴 모양의 아이콘을 클릭합니다.', ['click 톱니바퀴']],
  ['a picture that was lost', '1. 왼쪽 메뉴 아래의  아이콘을 클릭합니다.', ['click -']],
  ['an unknown verb ends a clause', '1. 약관에 동의한 후 [가입]을 클릭합니다.', ['click 가입']],
  ['value without marks', '1. 언어를 한국어로 선택합니다.', ['select 언어 =한국어']],
  ['either of two acts', '폴더를 고르거나 [새 폴더]를 눌러 주세요.', ['select - g1.a', 'click 새 폴더 g1.b']],
  ['a line that begins with 목록', "목록 상단의 필터를 '사용 중'으로 선택합니다.", ['select 사용 중']],
  ['a step beside a reference', '1. [저장]을 클릭합니다. 자세한 내용은 도움말을 참고하세요.', ['save 저장']],
  ['a field with a colon', '① 발신 이름 : 받는 사람에게 보일 이름을 입력합니다.', ['fill 발신 이름']],
  [
    'a case with a colon',
    '1. [서명]을 클릭합니다.\n- 회신의 경우: [회신 서명]을 선택합니다.',
    ['click 서명', 'select 회신 서명'],
  ],
  ['fields with a dot', '1. 이름·직위·부서를 입력합니다.', ['fill 이름', 'fill 직위', 'fill 부서']],
  [
    'choices with a slash',
    "1. '허용'/'차단' 중 하나를 선택합니다.",
    ['select 허용 g1.a', 'select 차단 g1.b'],
  ],
  ['one visit, two verbs', '1. 호스팅센터로 접속해 로그인해 주세요.', ['goto-url -']],
  [
    'English: list of fields',
    '1. Enter the name, email address and phone number.',
    ['fill name', 'fill email address', 'fill phone number'],
  ],
  ['English: names of small words', '1. Enter the From and To addresses.', ['fill From', 'fill To']],
  ['English: choices', '1. Choose either Allow or Block.', ['select Allow g1.a', 'select Block g1.b']],
  [
    'English: choices on the line',
    '1. Select one of the following: Everyone, Only admins, or Nobody.',
    ['select Everyone g1.a', 'select Only admins g1.b', 'select Nobody g1.c'],
  ],
  [
    'English: a name up to its type',
    '1. Select the Forward all email sent to this mailbox check box.',
    ['check Forward all email sent to this mailbox'],
  ],
  ['English: verb in two halves', '1. Turn the Vacation responder on.', ['check Vacation responder']],
  ['English: field before', '1. In Subject, type a title.', ['fill Subject']],
  ['English: said, not asked', '1. Tick Use HTML if you paste formatted text.', ['check Use HTML']],
  [
    'English: arrow text',
    '1. Go to Menu and then  Directoryand thenUsers.',
    ['open-menu-path Menu > Directory > Users'],
  ],
  ['English: what the reader sees', "1. You'll see the Users page. Click Add user.", ['click Add user']],
  ['Japanese: names set apart', '1. メンバーの追加 ボタンを選択します。', ['click メンバーの追加']],
  ['Japanese: fields in a row', '1. 「氏名」「パスワード」を入力します。', ['fill 氏名', 'fill パスワード']],
  ['Japanese: list of fields', '1. 名前、説明を入力します。', ['fill 名前', 'fill 説明']],
  [
    'Japanese: field and wide space',
    'ユーザー名　半角英数字で入力します。\n［作成］をクリックします。',
    ['fill ユーザー名', 'click 作成'],
  ],
  ['Japanese: either', '1. [追加]または[+]をクリックします。', ['click 追加 g1.a', 'click + g1.b']],
  ['Japanese: in turn', '1. 追加、閉じる の順に選択します。', ['open-menu-path 追加 > 閉じる']],
  ['Japanese: shared object', '1. [追加] を選択し、名前を検索して選びます。', ['select 追加', 'select 名前']],
  ['Japanese: a switch', '1. スイッチをオンにし、[完了]をタップします。', ['check スイッチ', 'click 完了']],
];

describe('a notation', () => {
  test.each(cases)('%s', (_, markdown, expected) => {
    expect(read(markdown)).toEqual(expected);
  });
});

test('the glyph of an icon font is no mark of the grammar', () => {
  expect(read('1. 오른쪽 위 \ue000 [설정]을 클릭합니다.')).toEqual(['click 설정']);
  expect(read('\ue000㐀')).toEqual([]);
});

describe('questions below a manual', () => {
  test('answers are no steps', () => {
    expect(
      read(
        '1. [저장]을 클릭합니다.\n\n자주 묻는 질문\n\n값이 남아 있어요.\n\n[설정]에서 [비우기]를 클릭합니다.',
      ),
    ).toEqual(['save 저장']);
  });
});
