import type { Act } from '../../steps/draft.ts';
import type { ReadLine } from '../read-lines.ts';
import { drop, isNumbered, type Rule, SENTENCE } from './rule.ts';

/** Running text that only says what can be done, with nothing marked, describes; it does not ask. */
export const descriptions: Rule = (lines) => {
  const numbered = lines.filter((line) => isNumbered(line) && line.acts.length > 0).length;
  const marked = lines.filter((line) => line.source.marker && line.acts.length > 0).length;
  const first = marked > 1 ? lines.findIndex((line) => line.source.marker || line.acts.some(isWay)) : -1;
  lines.forEach((line, i) => {
    const why = line.acts.length
      ? (describes(line, announced(lines, i) ? 0 : numbered, i === 0 && lines.length > 1) ??
        (i < first ? introduces(line) : null))
      : null;
    if (why) drop(line, line.source.marker ? 'note' : 'heading', why);
  });
};

const ANNOUNCES =
  /(?:다음|아래)의? (?:항목|내용|정보|사항|값)|[:：]$|\b(?:the )?following\b|these settings|次の(?:項目|内容|情報)|以下の(?:項目|内容|情報)/iu;

/** `4. 다음 항목들을 설정합니다.`: the bullets right below are what is to be done. */
function announced(lines: readonly ReadLine[], at: number): boolean {
  let i = at;
  while (i > 0 && lines[i]!.source.marker?.kind === 'bullet') i--;
  return i < at && isNumbered(lines[i]!) && ANNOUNCES.test(lines[i]!.plain.trim());
}

function isWay(act: Act): boolean {
  return !FIELDS.has(act.action);
}

/** Before the first marker a sentence about fields tells what the page is for; a press or a way there is a step. */
function introduces({ acts, source }: ReadLine): string | null {
  const fields = acts.every((act) => act.unsure !== null && FIELDS.has(act.action));
  return !source.marker && fields ? 'introduces the steps' : null;
}

const FIELDS: ReadonlySet<string> = new Set(['fill', 'select', 'check', 'uncheck', 'read']);
/** `넣어야 합니다`: what is needed, said of nothing on the screen. */
const MUST = /야 ?(?:합니다|해요|한다|함)[.]?$/u;
/** `[결제 > 이용 현황]에서 확인하실 수 있습니다`: where it can be seen. */
const SEEN = /(?:확인|조회)(?:하실|할) 수 있|(?:보실|볼) 수 있|確認でき|ご覧いただけ/u;

const ANSWER =
  /(?:완료|끝나|끝납|열리|열립|나타|표시|생성|등록|삭제|적용|변경|저장|설정|전송|뜨|뜹|보입)[^\s.]{0,6}(?:니다|요)[.]?$|(?:完了|表示)[^。]{0,6}ます[。]?$/u;

function describes(
  { acts, conditional, plain, source: { marker, depth } }: ReadLine,
  numbered: number,
  first: boolean,
): string | null {
  // The compass says where it is: a way there, however the sentence goes on.
  if (!marker && plain.trimStart().startsWith('🧭')) return null;
  const vague = acts.every((act) => act.unsure !== null || act.action === 'goto-url');
  // `비밀번호를 입력하면 삭제가 완료됩니다`: done, then the page's answer to it.
  const answered = ANSWER.test(plain);
  const open = acts.every((act) => act.open || (act.result && !answered));
  if (!marker && vague && open && !conditional) return 'says what can be done';
  if (!marker && vague && MUST.test(plain.trim())) return 'says what is needed';
  if (
    !marker &&
    SEEN.test(plain) &&
    acts.every((act) => act.action === 'open-menu-path' || act.action === 'read')
  )
    return 'says where it is shown';
  if (!marker && vague && first && !SENTENCE.test(plain.trim())) return 'the title';
  if (marker?.kind !== 'bullet' || acts.some((act) => act.choice !== null)) return null;
  if (/^[•·・∙]/u.test(marker.text) && numbered >= 2 && (vague || open))
    return 'a bullet note between numbered steps';
  return depth >= 2 && open && !conditional ? 'a bullet under a step that says what can be done' : null;
}
