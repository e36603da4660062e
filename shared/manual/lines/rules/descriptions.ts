import type { ReadLine } from '../read-lines.ts';
import { drop, isNumbered, type Rule, SENTENCE } from './rule.ts';

/** Running text that only says what can be done, with nothing marked, describes; it does not ask. */
export const descriptions: Rule = (lines) => {
  const numbered = lines.filter((line) => isNumbered(line) && line.acts.length > 0).length;
  lines.forEach((line, i) => {
    const why = line.acts.length ? describes(line, numbered, i === 0 && lines.length > 1) : null;
    if (why) drop(line, line.source.marker ? 'note' : 'heading', why);
  });
};

const ANSWER =
  /(?:완료|끝나|끝납|열리|열립|나타|표시|생성|등록|삭제|적용|변경|저장|설정|전송|뜨|뜹|보입)[^\s.]{0,6}(?:니다|요)[.]?$|(?:完了|表示)[^。]{0,6}ます[。]?$/u;

function describes(
  { acts, conditional, plain, source: { marker, depth } }: ReadLine,
  numbered: number,
  first: boolean,
): string | null {
  const vague = acts.every((act) => act.unsure !== null || act.action === 'goto-url');
  // `비밀번호를 입력하면 삭제가 완료됩니다`: done, then the page's answer to it.
  const answered = ANSWER.test(plain);
  const open = acts.every((act) => act.open || (act.result && !answered));
  if (!marker && vague && open && !conditional) return 'says what can be done';
  if (!marker && vague && first && !SENTENCE.test(plain.trim())) return 'the title';
  if (marker?.kind !== 'bullet') return null;
  if (/^[•·・∙]/u.test(marker.text) && numbered >= 2 && (vague || open))
    return 'a bullet note between numbered steps';
  return depth >= 2 && open && !conditional ? 'a bullet under a step that says what can be done' : null;
}
