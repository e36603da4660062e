import { actionFor, type Sense, type TargetType } from '../steps/action-for.ts';
import type { Unsure } from '../steps/draft.ts';
import { act, type ClauseAct, nameOf } from './act.ts';
import type { Phrase } from './phrases.ts';
import { OBJECT_NOUNS, OWN_BEFORE, PLACE_TYPES } from './words.ts';

/** What a clause acts on. */
interface Target {
  labels: string[];
  /** True when the author marked it. */
  marked: boolean;
  object: boolean;
  type: string | null;
  phrase: Phrase;
}

/** The acts of a verb on one noun group; `rest` are the other groups of the clause. */
export function actsOn(phrase: Phrase, sense: Sense, rest: readonly Phrase[]): ClauseAct[] {
  return targets(phrase, sense).map((target) => {
    const action = actionFor(sense, target.labels, typeOf(target.type));
    return {
      ...act(action, target.labels, unsureOf(target)),
      within: placeOf(rest, target),
      value: fillValue(rest, sense),
    };
  });
}

/** Two labels with a word or sign that lists them; without one they are place and target (`[기본 정보] [수정]`). */
const LISTED = /[\ue000-\ue7ef](?:과|와|및|또는|혹은|,|·|이나|나|\/)[\ue000-\ue7ef]/u;

function targets(phrase: Phrase, sense: Sense): Target[] {
  if (phrase.spans.length) {
    const listed = LISTED.test(phrase.raw.replace(/\s+/gu, ''));
    const spans = listed ? phrase.spans : phrase.spans.slice(-1);
    return spans
      .filter((span) => span.kind !== 'link' || sense === 'press')
      .map((span) => {
        const object = span.kind === 'object';
        return { labels: object ? [] : span.path, marked: span.marked, object, type: phrase.type, phrase };
      });
  }
  return splitUnmarked(phrase, sense).map((words) => {
    // A field has its name on the screen even when its content is the reader's own.
    // `그룹을 클릭`: pressed by that one word, it is on the screen.
    const said = sense === 'press' && phrase.raw === words && !words.includes(' ') && !ONLY_SAID.test(words);
    const object = sense !== 'fill' && !said && isObject(phrase, words);
    const labels = object ? [] : words ? [words] : kindOnly(phrase, sense);
    return { labels, marked: false, object: object || labels.length === 0, type: phrase.type, phrase };
  });
}

/** `토글을 켭니다`, `아래 항목을 입력`: without a name the kind of thing is the only one there is. */
function kindOnly(phrase: Phrase, sense: Sense): string[] {
  const type = phrase.type ?? '';
  if (sense === 'check' || sense === 'uncheck')
    return /^(?:토글|토글 버튼|스위치)$/u.test(type) ? [type] : [];
  return sense === 'fill' && type ? [type] : [];
}

function splitUnmarked(phrase: Phrase, sense: Sense): string[] {
  // `부서 약어 등 부서정보`: what stands before 등 is the last of the list.
  const words = phrase.words.replace(/\s*등$/u, '').replace(/(?<=\S) 등(?:의)? \S.*$/u, '');
  if (sense === 'fill') return fields(words);
  if (sense === 'choose' || sense === 'check' || sense === 'uncheck') return pair(words);
  return [words];
}

const OWN_LEAD = /^\S{1,8} ?(?:할|하려는|하는|받을|보낼|될) (?=\S)/u;

/** `아이디와 비밀번호`, `ID(이메일)/이름`, `이름·직위`: one field each. */
function fields(words: string): string[] {
  const parts = words.split(/(?<=[^\s])[/·](?=\S)| 및 |(?<=[가-힣])[와과] /u);
  return parts.map((part) => part.replace(OWN_LEAD, '').trim()).filter((part, i) => part || i === 0);
}

/** `시작일과 종료일`: two single words; longer groups may be one name. */
function pair(words: string): string[] {
  const hit = /^(\S{1,10}?)(?:[와과]| 및) (\S{1,10})$/u.exec(words);
  return hit ? [hit[1]!, hit[2]!] : [words];
}

/** `새 사용자가 들어갈 팀`: subject, verb ending in ㄴ/ㄹ, noun. */
const RELATIVE =
  /[가이] \S*[간갈난날단달란랄만말반발산살선설온올인일진질찬찰친칠탄탈긴길낀낄된될운울은을준줄] \S+$/u;

/** `표시된 (목록)`: which one, without a name. */
const ONLY_SAID = /^(?:표시|생성|등록|추가|검색|선택|조회)(?:된|한)$|(?:^|\s)대상자?$/u;

function isObject(phrase: Phrase, words: string): boolean {
  if (
    (OWN_BEFORE.test(`${phrase.raw} `) || RELATIVE.test(phrase.raw)) &&
    phrase.type !== '버튼' &&
    phrase.type !== '메뉴'
  )
    return true;
  // `멤버 아이콘`: the word is the picture's name.
  if (typeOf(phrase.type) === 'press') return false;
  return OBJECT_NOUNS.has(words) || ONLY_SAID.test(words);
}

/** `[기본 정보]에서`, `[구성원]의`, `목록 우측 [신청]`: the place named before the target. */
function placeOf(rest: readonly Phrase[], target: Target): string[] {
  const before = rest.findLast(
    (phrase) => ['in', 'of', 'next-to', 'topic'].includes(phrase.particle) && nameOf(phrase).length > 0,
  );
  if (before) return nameOf(before);
  const inside = target.phrase.spans.length > 1 ? target.phrase.spans[0]! : null;
  return inside && inside.path !== target.labels ? inside.path : [];
}

function fillValue(rest: readonly Phrase[], sense: Sense): string | null {
  if (sense !== 'fill') return null;
  const value = rest
    .flatMap((phrase) => phrase.spans)
    .find((span) => span.kind === 'value' || span.kind === 'quote');
  return value?.path[0] ?? null;
}

function unsureOf(target: Target): Unsure | null {
  // `상단의  아이콘을 클릭`: the picture was the name.
  if (target.object && !target.phrase.words && typeOf(target.type) === 'press') return 'lost-icon';
  if (target.object) return 'placeholder';
  return target.marked ? null : 'unmarked';
}

/** The Korean type word as the kinds that decide between click, select and check. */
function typeOf(word: string | null): TargetType {
  if (!word) return null;
  if (/^(?:체크 ?박스|확인란)$/u.test(word)) return 'box';
  if (/^(?:버튼|아이콘|링크|단추|토글|토글 버튼|스위치)$/u.test(word)) return 'press';
  if (/^(?:메뉴|탭)$/u.test(word)) return 'menu';
  return PLACE_TYPES.has(word) ? 'place' : null;
}
