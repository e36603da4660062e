import type { Action } from '../../guide/step.ts';
import { actionFor, type Sense, type TargetType } from '../steps/action-for.ts';
import type { Act, Unsure } from '../steps/draft.ts';
import type { Span } from '../text/span.ts';
import type { Found } from './find-verbs.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import {
  FILLERS,
  HOME_WORDS,
  OBJECT_NOUNS,
  OWN_BEFORE,
  PLACE_TYPES,
  POSITION_WORDS,
  SITE_WORDS,
} from './words.ts';

/** What a clause acts on. */
export interface Target {
  labels: string[];
  /** True when the author marked it. */
  marked: boolean;
  object: boolean;
  type: string | null;
  phrase: Phrase | null;
}

type ClauseAct = Omit<Act, 'text' | 'open' | 'result'>;

/** The acts that one verb with the words before it asks for. */
export function readClause(args: string, found: Found, spans: readonly Span[]): ClauseAct[] {
  const phrases = readPhrases(cutEarlierClauses(args), spans);
  const sense = found.verb.sense;
  if (sense === 'hover' || sense === 'none') return [];
  if (sense === 'enter-site') return enterSite(phrases, found);
  const { main, rest } = choosePhrase(phrases, sense);
  if (sense === 'go' && main && main.spans.length === 0) {
    if (HOME_WORDS.test(main.raw)) return [];
    if (SITE_WORDS.test(main.raw)) return [act('goto-url', [], null)];
  }
  if (sense === 'look')
    return look(
      phrases.find((one) => (one.particle === 'at' || one.particle === 'in') && usable(one)) ?? main,
      found,
    );
  const setting = settingOf(phrases, main, sense);
  if (setting) return [setting];
  if (!main || (sense === 'save' && main.spans.length === 0 && main.type !== '버튼'))
    return bareAct(phrases, sense, found);
  // A path before 설정 is where the setting is; it is walked on the way.
  if (sense === 'set' && main.spans.some((span) => span.path.length > 1)) return [];
  if ((sense === 'set' || sense === 'object') && !carriesTarget(main, sense, found)) return [];
  const tab = phrases.find(
    (one) => one.particle === 'in' && one.spans.length === 1 && (one.type === '탭' || one.type === '메뉴'),
  );
  const opened =
    tab && tab !== main && tab.spans[0]!.path.length === 1
      ? targets(tab, 'press').map((target) => toAct(target, 'press', []))
      : [];
  const list = withList(phrases, main);
  const acts = list.flatMap((phrase) => targets(phrase, sense).map((target) => toAct(target, sense, rest)));
  const or = / 또는 | 혹은 |이나 /u.test(` ${args} `) && acts.length > 1;
  return [...opened, ...(or ? acts.map((one, branch) => ({ ...one, choice: { group: 0, branch } })) : acts)];
}

/** A verb whose target has no name: `저장합니다`, `- 로 이동해 주세요` with its link lost. */
function bareAct(phrases: readonly Phrase[], sense: Sense, found: Found): ClauseAct[] {
  const lost = phrases.at(-1);
  if (sense === 'save') {
    const elsewhere = phrases.some((phrase) => phrase.particle === 'at' || phrase.particle === 'to');
    return elsewhere || !found.stem.startsWith('저장') ? [] : [act('save', ['저장'], 'unmarked')];
  }
  if (sense === 'go' && lost?.particle === 'to') return [act('goto-url', [], 'lost-icon')];
  const nameless = lost && ['버튼', '아이콘', '링크', '단추'].includes(lost.type ?? '');
  return nameless ? [act(sense === 'press' ? 'click' : 'select', [], 'lost-icon')] : [];
}

/** Only the words of this clause: an unknown verb before it (`창이 나타나면 …`) ends one of its own. */
function cutEarlierClauses(args: string): string {
  const hit =
    /^.*(?:(?<![화측전후방내서])면|니다[.]?|는데|지만|[^\s]되고|[^\s]되어|나오고|[가-힣]고,|[가-힣]며,|[가-힣]서,|위해|위하여|위해서)(?=[\s,])/u.exec(
      args,
    );
  return hit ? args.slice(hit[0].length) : args;
}

function enterSite(phrases: readonly Phrase[], found: Found): ClauseAct[] {
  const through = phrases.find(
    (phrase) => phrase.particle === 'through' && (phrase.spans.length || phrase.type),
  );
  if (through) return targets(through, 'press').map((target) => toAct(target, 'press', []));
  const label = phrases.find(
    (phrase) =>
      phrase.spans.length &&
      (phrase.particle === 'to' || phrase.particle === 'at' || phrase.particle === 'none'),
  );
  const span = label?.spans.at(-1);
  const menu = span && (span.path.length > 1 || label?.type === '메뉴' || span.kind === 'path');
  if (span && menu && !found.stem.startsWith('로그인'))
    return [act(span.path.length > 1 ? 'open-menu-path' : 'click', span.path, null)];
  // `로그인 후 …`: the reader is in already; it only says when.
  if (phrases.length === 0 && found.mood === 'then') return [];
  const value = phrases.flatMap((phrase) => phrase.spans).find((one) => one.href)?.href ?? null;
  return [{ ...act('goto-url', [], null), value }];
}

function choosePhrase(phrases: readonly Phrase[], sense: Sense): { main: Phrase | null; rest: Phrase[] } {
  const find = (...wanted: Phrase['particle'][]) =>
    phrases.findLast((phrase) => wanted.includes(phrase.particle) && usable(phrase)) ?? null;
  const marked = (...wanted: Phrase['particle'][]) =>
    phrases.findLast((phrase) => wanted.includes(phrase.particle) && phrase.spans.length > 0) ?? null;
  let main: Phrase | null;
  const object = find('object') ?? null;
  const bare = lastBare(phrases);
  switch (sense) {
    case 'go':
      main = find('to') ?? marked('at', 'object', 'none') ?? find('at', 'object') ?? bare;
      break;
    case 'fill': {
      const field = find('at');
      const asField =
        field && (field.spans.length > 0 || (field.words !== '' && (field.type !== null || object || bare)))
          ? field
          : null;
      main = asField && !isPlace(asField) ? asField : (object ?? bare ?? find('topic', 'to'));
      break;
    }
    case 'check':
    case 'uncheck':
      main = object ?? bare ?? find('at', 'next-to', 'topic');
      if (main && !main.spans.length && !main.words) main = find('next-to', 'of', 'at') ?? main;
      break;
    default:
      main =
        object ??
        bare ??
        marked('to', 'at', 'through', 'topic', 'in', 'with') ??
        (sense === 'press' || sense === 'choose' ? find('to', 'at') : null);
  }
  // "옆의 체크박스를": the box has no words of its own, its neighbour does.
  if (main && !main.spans.length && !main.words && main.type) main = find('next-to', 'of') ?? main;
  const rest = phrases.filter((phrase) => phrase !== main);
  return { main, rest };
}

function usable(phrase: Phrase): boolean {
  return phrase.spans.length > 0 || phrase.words !== '' || phrase.type !== null;
}

/** The noun right before the verb without a particle: `[저장] 클릭`, `해당부서 선택`. */
function lastBare(phrases: readonly Phrase[]): Phrase | null {
  const last = phrases.at(-1);
  if (last?.particle !== 'none' || !usable(last)) return null;
  return last.spans.length ||
    (last.words && !FILLERS.has(last.words) && !/(?:게|히|도록|씩)$/u.test(last.words))
    ? last
    : null;
}

function isPlace(phrase: Phrase): boolean {
  return phrase.type !== null && PLACE_TYPES.has(phrase.type);
}

/** `X를 [사용 함]으로 클릭/변경`: the marked value is what is chosen, X is where. */
function settingOf(phrases: readonly Phrase[], main: Phrase | null, sense: Sense): ClauseAct | null {
  if (!(sense === 'press' || sense === 'choose' || sense === 'set' || sense === 'check')) return null;
  const to = phrases.findLast((phrase) => phrase.particle === 'to' && phrase.spans.length === 1);
  const span = to?.spans[0];
  if (!span || span.path.length > 1 || to === main) {
    if (!(span && sense === 'set' && span.path.length === 1)) return null;
  }
  const setting = phrases.findLast(
    (phrase) =>
      (phrase.particle === 'object' || phrase.particle === 'topic' || phrase.particle === 'of') &&
      phrase !== to,
  );
  const within = setting ? nameOf(setting) : [];
  if (sense !== 'set' && !setting) return null;
  return { ...act('select', [span!.path[0]!], null), within };
}

/** 설정합니다, 추가합니다 name a purpose unless they carry a label, or name a field that can be set. */
function carriesTarget(main: Phrase, sense: Sense, found: Found): boolean {
  if (main.spans.length)
    return (
      sense === 'set' || main.particle === 'through' || (main.type !== null && !PLACE_TYPES.has(main.type))
    );
  if (sense === 'object') return false;
  return (
    found.mood !== 'if' &&
    main.words !== '' &&
    /(?:기간|용량|시간|날짜|일자|주기|크기|조건|권한|제목|내용|이름|명|속성|비밀번호|주소|언어|범위|횟수|값|여부|상태|방식|등급|개수|설명)$/u.test(
      main.words,
    )
  );
}

/** `A, B 및 C를 입력`: the groups joined to the main one. */
function withList(phrases: readonly Phrase[], main: Phrase): Phrase[] {
  const at = phrases.indexOf(main);
  let from = at;
  while (from > 0 && phrases[from - 1]!.particle === 'with' && usable(phrases[from - 1]!)) from--;
  return phrases.slice(from, at + 1);
}

function targets(phrase: Phrase, sense: Sense): Target[] {
  if (phrase.spans.length) {
    // `[기본 정보] [수정] 버튼`: two labels without a word between are place and target; with one they are a list.
    const listed = /[\ue000-\ue7ef](?:과|와|및|또는|혹은|,|이나|\/)\s?[\ue000-\ue7ef]/u.test(
      phrase.raw.replace(/\s+/gu, ''),
    );
    const spans = listed ? phrase.spans : phrase.spans.slice(-1);
    return spans
      .filter((span) => span.kind !== 'link' || sense === 'press')
      .map((span) => {
        const object = span.kind === 'object';
        return { labels: object ? [] : span.path, marked: span.marked, object, type: phrase.type, phrase };
      });
  }
  const parts = splitUnmarked(phrase, sense);
  return parts.map((words) => {
    // A field has its name on the screen even when its content is the reader's own.
    const object = sense !== 'fill' && isObject(phrase, words);
    return {
      labels: object || !words ? [] : [words],
      marked: false,
      object: object || !words,
      type: phrase.type,
      phrase,
    };
  });
}

/** `ID(이메일)/이름 등`: a list of fields written with slashes. */
function splitUnmarked(phrase: Phrase, sense: Sense): string[] {
  const words = phrase.words.replace(/\s*등$/u, '');
  if (sense === 'fill') return fields(words);
  return [words];
}

/** `새 사용자가 들어갈 팀`: subject, verb ending in ㄴ/ㄹ, noun. */
const RELATIVE =
  /[가이] \S*[간갈난날단달란랄만말반발산살선설온올인일진질찬찰친칠탄탈긴길낀낄된될운울은을준줄] \S+$/u;

/** `아이디와 비밀번호`, `ID(이메일)/이름`: one field each. */
function fields(words: string): string[] {
  const parts = words.split(/(?<=\S)\/(?=\S)| 및 |(?<=[가-힣])[와과] /u);
  return parts.map((part) => part.replace(OWN_LEAD, '').trim()).filter((part, i) => part || i === 0);
}

const OWN_LEAD = /^\S{1,8}(?:할|하려는|하는|받을|보낼|될) (?=\S)/u;

function isObject(phrase: Phrase, words: string): boolean {
  if (
    (OWN_BEFORE.test(`${phrase.raw} `) || RELATIVE.test(phrase.raw)) &&
    phrase.type !== '버튼' &&
    phrase.type !== '메뉴'
  )
    return true;
  return OBJECT_NOUNS.has(words);
}

function nameOf(phrase: Phrase): string[] {
  const span = phrase.spans.at(-1);
  if (span) return span.path;
  return phrase.words && !POSITION_WORDS.has(phrase.words) ? [phrase.words] : [];
}

function toAct(target: Target, sense: Sense, rest: readonly Phrase[]): ClauseAct {
  const within = placeOf(rest, target);
  const action = actionFor(sense, target.labels, typeOf(target.type));
  return { ...act(action, target.labels, unsureOf(target)), within, value: fillValue(rest, sense) };
}

/** `[기본 정보]에서`, `[구성원]의`, `목록 우측 [신청]`: the place named before the target. */
function placeOf(rest: readonly Phrase[], target: Target): string[] {
  const before = rest.findLast(
    (phrase) => ['in', 'of', 'next-to', 'topic'].includes(phrase.particle) && nameOf(phrase).length > 0,
  );
  if (before) return nameOf(before);
  const inside =
    target.phrase?.spans.length && target.phrase.spans.length > 1 ? target.phrase.spans[0]! : null;
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

function act(action: Action, labels: string[], unsure: Unsure | null): ClauseAct {
  return { action, labels, within: [], value: null, unsure, choice: null };
}

/** 확인합니다 without a label looks at the place that the sentence names. */
function look(main: Phrase | null, found: Found): ClauseAct[] {
  if (main && /(?:는지|은지|ㄴ지|인지)$/u.test(main.words)) return [];
  if (!main || found.mood !== 'do' || found.stem === '확인' || found.stem === '검토' || found.stem === '점검')
    return [];
  const labels = nameOf(main);
  return [act('read', labels, labels.length && main.spans.length === 0 ? 'unmarked' : null)];
}
