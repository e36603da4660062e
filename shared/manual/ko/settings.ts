import type { Sense } from '../steps/action-for.ts';
import { act, type ClauseAct, nameOf } from './act.ts';
import type { Found } from './find-verbs.ts';
import type { Phrase } from './phrases.ts';
import { PLACE_TYPES } from './words.ts';

const BUTTON = /^(?:버튼|단추|아이콘|링크)$/u;
const SETS: ReadonlySet<Sense> = new Set<Sense>(['press', 'choose', 'set', 'check']);

/** `X를 [사용 함]으로 클릭/변경`: the marked value is what is chosen, X is where. */
export function settingOf(phrases: readonly Phrase[], main: Phrase | null, sense: Sense): ClauseAct | null {
  const means = phrases.findLast((phrase) => phrase.particle === 'to' && phrase.spans.length === 1);
  // `[+ 부서] 버튼으로 부서를 추가`: the means is pressed.
  if (sense === 'object' && means && BUTTON.test(means.type ?? ''))
    return act('click', means.spans[0]!.path, null);
  if (!SETS.has(sense)) return null;
  const to = phrases.findLast((phrase) => phrase.particle === 'to' && phrase.spans.length === 1);
  const span = to?.spans[0];
  if (!span) return plainSetting(phrases, sense);
  // `[위로] 버튼으로 순서를 바꿀 수 있습니다`: the means is pressed.
  if (BUTTON.test(to.type ?? '')) return act('click', span.path, null);
  if ((span.path.length > 1 || to === main) && !(sense === 'set' && span.path.length === 1)) return null;
  const setting = phrases.findLast(
    (phrase) =>
      (phrase.particle === 'object' || phrase.particle === 'topic' || phrase.particle === 'of') &&
      phrase !== to,
  );
  if (sense !== 'set' && !setting) return null;
  return { ...act('select', [span.path[0]!], null), within: setting ? nameOf(setting) : [] };
}

/** `[보관 기간]에서 30일/90일 중 하나를 선택`: what is chosen has no name of its own, the field has. */
export function oneOf(phrases: readonly Phrase[], main: Phrase | null, sense: Sense): ClauseAct | null {
  if (sense !== 'choose' || !main || main.spans.length) return null;
  const hit = /^(.*?) ?(?:중에서|중에|중|가운데)(?: (?:하나|한 가지))?$/u.exec(main.raw);
  const field = phrases.findLast(
    (one) => one !== main && FIELD_AT.has(one.particle) && nameOf(one).length === 1,
  );
  if (!hit || !field) return null;
  const unsure = field.spans.length ? null : 'unmarked';
  return { ...act('select', nameOf(field), unsure), value: hit[1]!.replaceAll('/', '|') || null };
}

const FIELD_AT: ReadonlySet<string> = new Set(['in', 'at', 'topic', 'of', 'object']);

/** A way, not a value: `차례로`, `CSV 파일로`, `이름순으로`. */
const MANNER =
  /(?:식|순|대|차례|순서|방법|방식|파일|개별|직접|이후|위주|기준|단위|기본|최대|최소|원하는|임의)$/u;

/** `언어를 한국어로 선택`, `보관 기간은 30일로 변경`: without marks the field is the target and gets a value. */
function plainSetting(phrases: readonly Phrase[], sense: Sense): ClauseAct | null {
  if (sense !== 'set' && sense !== 'choose') return null;
  const at = phrases.findLastIndex((phrase) => phrase.particle === 'to' && phrase.words !== '');
  const to = phrases[at];
  const field = phrases
    .slice(0, Math.max(at, 0))
    .findLast((phrase) => phrase.particle === 'object' || phrase.particle === 'topic');
  // `위/아래 화살표 버튼으로 바꿀 수 있습니다`: the means is pressed.
  if (to && field && BUTTON.test(to.type ?? '')) return act('click', [to.words], 'unmarked');
  if (
    !to ||
    to.type !== null ||
    !field ||
    at < phrases.length - 1 ||
    to.words.length > 15 ||
    MANNER.test(to.words)
  )
    return null;
  const labels = nameOf(field);
  if (labels.length !== 1 || /원하는|적절한|알맞은|필요한/u.test(to.raw)) return null;
  const typed = sense === 'set' && /^[\d(]/u.test(to.words);
  return {
    ...act(typed ? 'fill' : 'select', labels, field.spans.length ? null : 'unmarked'),
    value: to.words,
  };
}

/** Fields that a manual may tell to set without a mark. */
const SETTABLE =
  /(?:기간|용량|시간|날짜|일자|주기|크기|조건|권한|제목|내용|이름|명|속성|비밀번호|주소|언어|범위|횟수|값|여부|상태|방식|등급|개수|설명|시각|간격|한도|번호)$/u;

/** Fields of which a value is picked, not typed. */
export const CHOICE_FIELD = /(?:여부|등급|상태|방식|유형|종류|구분|단계|범위|권한|언어)$/u;

/** 설정합니다, 추가합니다 name a purpose unless they carry a label, or name a field that can be set. */
export function carriesTarget(main: Phrase, sense: Sense, found: Found): boolean {
  if (main.spans.length && found.stem.startsWith('실행')) return true;
  // `[공지] 메일 쓰기 제한 설정`: the words behind the bracket are what is set.
  if (
    main.spans.length &&
    main.particle === 'none' &&
    main.words !== '' &&
    !/^\S+ ?(?:탭|메뉴|버튼|항목)/u.test(main.raw)
  )
    return false;
  if (main.spans.length)
    return (
      sense === 'set' || main.particle === 'through' || (main.type !== null && !PLACE_TYPES.has(main.type))
    );
  if (sense === 'object') return false;
  return found.mood !== 'if' && main.words !== '' && SETTABLE.test(main.words);
}
