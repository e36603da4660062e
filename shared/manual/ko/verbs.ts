import type { Sense } from '../steps/action-for.ts';

export interface Verb {
  sense: Sense;
  /** Nouns that take 하다: `클릭`, `선택 해제`. */
  nouns?: readonly string[];
  /** The noun alone is no verb: `메일 탭`. */
  neverBare?: true;
  /** Native stems with their shapes, as in a dictionary: base 누르, infinitive 눌러, -ㅂ니다 누릅, -ㄴ 누른, -ㄹ 누를. */
  native?: readonly { base: string; inf: string; b: string; n: string; l: string }[];
  /** What a card says: `클릭합니다`. */
  finite: string;
}

/** Longer words win over shorter ones (`선택 해제` over `선택`), whatever the order here. */
export const VERBS: readonly Verb[] = [
  {
    sense: 'press',
    finite: '클릭합니다',
    nouns: ['클릭', '더블클릭', '더블 클릭', '우클릭', '터치'],
  },
  {
    sense: 'press',
    finite: '누릅니다',
    native: [{ base: '누르', inf: '눌러', b: '누릅', n: '누른', l: '누를' }],
  },
  {
    sense: 'press',
    finite: '펼칩니다',
    native: [{ base: '펼치', inf: '펼쳐', b: '펼칩', n: '펼친', l: '펼칠' }],
  },
  {
    sense: 'press',
    finite: '탭합니다',
    nouns: ['탭', '더블탭'],
    neverBare: true,
  },
  { sense: 'choose', finite: '선택합니다', nouns: ['선택', '지정'] },
  {
    sense: 'choose',
    finite: '고릅니다',
    native: [{ base: '고르', inf: '골라', b: '고릅', n: '고른', l: '고를' }],
  },
  { sense: 'fill', finite: '입력합니다', nouns: ['입력', '작성', '기재', '기입', '붙여넣기', '붙여 넣기'] },
  {
    sense: 'fill',
    finite: '입력합니다',
    native: [
      { base: '적', inf: '적어', b: '적습', n: '적은', l: '적을' },
      { base: '넣', inf: '넣어', b: '넣습', n: '넣은', l: '넣을' },
      { base: '채우', inf: '채워', b: '채웁', n: '채운', l: '채울' },
      { base: '붙여넣', inf: '붙여넣어', b: '붙여넣습', n: '붙여넣은', l: '붙여넣을' },
      { base: '고치', inf: '고쳐', b: '고칩', n: '고친', l: '고칠' },
    ],
  },
  { sense: 'fill', finite: '수정합니다', nouns: ['수정'] },
  { sense: 'check', finite: '체크합니다', nouns: ['체크', '체크 표시', '활성화'] },
  { sense: 'check', finite: '켭니다', native: [{ base: '켜', inf: '켜', b: '켭', n: '켠', l: '켤' }] },
  {
    sense: 'uncheck',
    finite: '체크를 해제합니다',
    nouns: [
      '체크 해제',
      '체크를 해제',
      '체크해제',
      '선택 해제',
      '선택을 해제',
      '선택해제',
      '비활성화',
      '해제',
    ],
  },
  { sense: 'uncheck', finite: '끕니다', native: [{ base: '끄', inf: '꺼', b: '끕', n: '끈', l: '끌' }] },
  { sense: 'go', finite: '이동합니다', nouns: ['이동', '메뉴 이동'] },
  { sense: 'go', finite: '진입합니다', nouns: ['진입'] },
  {
    sense: 'go',
    finite: '들어갑니다',
    native: [
      { base: '들어가', inf: '들어가', b: '들어갑', n: '들어간', l: '들어갈' },
      { base: '열', inf: '열어', b: '엽', n: '연', l: '열' },
      { base: '넘어가', inf: '넘어가', b: '넘어갑', n: '넘어간', l: '넘어갈' },
      { base: '넘어오', inf: '넘어와', b: '넘어옵', n: '넘어온', l: '넘어올' },
      { base: '돌아가', inf: '돌아가', b: '돌아갑', n: '돌아간', l: '돌아갈' },
      { base: '돌아오', inf: '돌아와', b: '돌아옵', n: '돌아온', l: '돌아올' },
      { base: '가', inf: '가서', b: '갑', n: '간', l: '갈' },
    ],
  },
  { sense: 'enter-site', finite: '로그인합니다', nouns: ['로그인', '접속', '방문'] },
  { sense: 'save', finite: '저장합니다', nouns: ['저장'] },
  { sense: 'save', finite: '적용합니다', nouns: ['적용'] },
  { sense: 'set', finite: '설정합니다', nouns: ['설정', '변경', '세팅', '전환', '조정'] },
  {
    sense: 'set',
    finite: '바꿉니다',
    native: [
      { base: '바꾸', inf: '바꿔', b: '바꿉', n: '바꾼', l: '바꿀' },
      { base: '두', inf: '두어', b: '둡', n: '둔', l: '둘' },
      { base: '정하', inf: '정해', b: '정합', n: '정한', l: '정할' },
      { base: '맞추', inf: '맞춰', b: '맞춥', n: '맞춘', l: '맞출' },
    ],
  },
  {
    sense: 'object',
    finite: '추가합니다',
    nouns: [
      '추가',
      '등록',
      '삭제',
      '제거',
      '생성',
      '신청',
      '완료',
      '초기화',
      '발급',
      '다운로드',
      '업로드',
      '조회',
      '전송',
      '복사',
      '첨부',
      '사용',
      '이용',
      '진행',
      '실행',
      '연결',
      '차단',
      '허용',
      '변환',
      '삽입',
    ],
  },
  {
    sense: 'object',
    finite: '만듭니다',
    native: [{ base: '만들', inf: '만들어', b: '만듭', n: '만든', l: '만들' }],
  },
  { sense: 'object', finite: '합니다', nouns: ['가능'], neverBare: true },
  { sense: 'search', finite: '검색합니다', nouns: ['검색'] },
  { sense: 'look', finite: '확인합니다', nouns: ['확인', '검토', '점검'] },
  {
    sense: 'look',
    finite: '살펴봅니다',
    native: [
      { base: '살펴보', inf: '살펴봐', b: '살펴봅', n: '살펴본', l: '살펴볼' },
      { base: '찾', inf: '찾아', b: '찾습', n: '찾은', l: '찾을' },
    ],
  },
  {
    sense: 'hover',
    finite: '올립니다',
    native: [
      { base: '올리', inf: '올려', b: '올립', n: '올린', l: '올릴' },
      { base: '가져가', inf: '가져가', b: '가져갑', n: '가져간', l: '가져갈' },
    ],
  },
];
