import { takes } from '../text/hangul.ts';

export type Particle =
  | 'object'
  | 'to'
  | 'in'
  | 'at'
  | 'of'
  | 'topic'
  | 'subject'
  | 'with'
  | 'through'
  | 'next-to'
  | 'whom'
  | 'none';

interface Form {
  text: string;
  particle: Particle;
}

/** Longest first. 이/가 and 도 are read after a marked label only: too many nouns end in them. */
const FORMS: readonly Form[] = [
  { text: '에서는', particle: 'in' },
  { text: '에서', particle: 'in' },
  { text: '에게', particle: 'whom' },
  { text: '에는', particle: 'at' },
  { text: '으로', particle: 'to' },
  { text: '로', particle: 'to' },
  { text: '을', particle: 'object' },
  { text: '를', particle: 'object' },
  { text: '에', particle: 'at' },
  { text: '의', particle: 'of' },
  { text: '은', particle: 'topic' },
  { text: '는', particle: 'topic' },
];
const AFTER_MARK: readonly Form[] = [
  { text: '이나', particle: 'with' },
  { text: '나', particle: 'with' },
  { text: '와', particle: 'with' },
  { text: '과', particle: 'with' },
  { text: '이', particle: 'subject' },
  { text: '가', particle: 'subject' },
];

/** Nouns that end like a particle. The consonant rule settles most others (경로, 휴가 …). */
const WHOLE: ReadonlySet<string> = new Set([
  '문의',
  '동의',
  '회의',
  '주의',
  '유의',
  '정의',
  '편의',
  '임의',
  '강의',
  '협의',
  '바로',
  '별도로',
  '서로',
  '새로',
  '그대로',
  '가로',
  '세로',
  '마을',
  '가을',
  '제로',
  '추가로',
  '모두',
  '차례로',
  '실제로',
  '최대로',
  '결의',
  '논의',
  '의의',
  '합의',
  '명의',
  '프로',
  '헬로',
  '인트로',
  '회로',
  '도로',
  '진로',
  '경로',
  '나오는',
  '나타나는',
  '뜨는',
  '열리는',
  '보이는',
  '표시되는',
  '있는',
  '없는',
  '이름은',
  '낮은',
  '높은',
  '많은',
  '같은',
  '작은',
  '적은',
  '좋은',
  '넓은',
]);

/** `내려받은 파일`, `찾은 사용자`: a verb before its noun, not a topic. */
const PAST =
  /(?:받|찾|넣|닫|붙|얻|남|적|맡|묶|맞|담|높|낮|많|같|작|좋|넓)은$|(?:하|되|있|없|나오|보이|싶|쓰|려)는$/u;

/** A word without its particle. `afterMark`: the word is only what follows a marked label (`으로`, `버튼을`). */
export function stripParticle(word: string, afterMark: boolean): { stem: string; particle: Particle } {
  if (WHOLE.has(word) || (!afterMark && PAST.test(word))) return { stem: word, particle: 'none' };
  for (const { text, particle } of afterMark ? [...FORMS, ...AFTER_MARK] : FORMS) {
    if (!word.endsWith(text)) continue;
    const stem = word.slice(0, -text.length);
    // After a mark the label's own last letter decides, and authors get that wrong; anything is taken.
    if (stem === '' ? afterMark : takes(stem, text)) return { stem, particle };
  }
  return { stem: word, particle: 'none' };
}
