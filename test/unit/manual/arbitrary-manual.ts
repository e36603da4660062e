import fc from 'fast-check';

/** Words, marks and line shapes of the notations, put together at random: closer to manuals than random text. */
const label = fc.constantFrom(
  '저장',
  '하이웍스 관리',
  '+ 추가',
  'POP3/SMTP 설정',
  'Save changes',
  '転送設定',
  '확인',
  '⚙️',
  '사용 함',
  '다운로드(PC저장)',
);
const marked = fc.oneof(
  label.map((text) => `[${text}]`),
  label.map((text) => `'${text}'`),
  label.map((text) => `**${text}**`),
  label.map((text) => `「${text}」`),
  label,
  fc.tuple(label, label).map(([a, b]) => `[${a} > ${b}]`),
  fc.tuple(label, label).map(([a, b]) => `[${a}] > [${b}]`),
  fc.tuple(label, label, label).map(([a, b, c]) => `${a} ▶ ${b} ▶ ${c}`),
);
const clause = fc.oneof(
  marked.map((text) => `${text}을 클릭합니다.`),
  marked.map((text) => `${text}에 이름을 입력한 후 [확인]을 클릭합니다.`),
  marked.map((text) => `원하는 사용자를 선택하고 ${text}를 누릅니다.`),
  marked.map((text) => `Click ${text} and then select the user.`),
  marked.map((text) => `${text}をクリックし、名前を入力します。`),
  marked.map((text) => `${text}하면 복구할 수 없습니다.`),
  marked.map((text) => `자세한 내용은 ${text} 매뉴얼을 참고하세요.`),
  fc.constantFrom(
    '또는',
    '(선택사항)',
    '예) sales',
    'Home > 메일 > 설정',
    '저장',
    '모든 사용자에게 적용됩니다.',
  ),
);
const marker = fc.constantFrom(
  '',
  '',
  '1. ',
  '2. ',
  '1) ',
  '(1) ',
  '① ',
  '② ',
  '- ',
  '* ',
  '• ',
  '※ ',
  '### ',
  '## ',
  '> ',
  '> [!CAUTION]\n> ',
  'STEP 1. ',
  '1️⃣ ',
  '[관리자]\n',
  '▷ ',
  '    ',
  '---\n',
  '',
);
const line = fc.tuple(marker, clause).map((parts) => parts.join(''));

export const manual = fc
  .array(line, { maxLength: 14 })
  .chain((lines) => fc.constantFrom('\n', '\n\n').map((gap) => lines.join(gap)));

/** Signs that Markdown, HTML and the grammar care about, in any order. */
const sign = fc.constantFrom(
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '*',
  '_',
  '`',
  '#',
  '-',
  '|',
  '\\',
  '\n',
  ' ',
  '!',
  '&',
  '"',
  "'",
  '「',
  '』',
  '▶',
  '①',
  '1.',
  '가',
  '을',
  '클릭',
  '합니다',
  'a',
  '<b>',
  '</script>',
  'http://',
  '~',
  ':',
  '。',
);
export const noise = fc.oneof(
  fc.array(sign, { maxLength: 60 }).map((signs) => signs.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ maxLength: 80 }),
);
