import type { Sense } from '../steps/action-for.ts';
import type { Span } from '../text/span.ts';
import { act, type ClauseAct, either, nameOf } from './act.ts';
import { choosePhrase, usable, withList } from './choose.ts';
import type { Found } from './find-verbs.ts';
import { type Phrase, readPhrases } from './phrases.ts';
import { CHOICE_FIELD, carriesTarget, oneOf, settingOf } from './settings.ts';
import { actsOn } from './targets.ts';
import { HOME_WORDS, KEYBOARD, SITE_WORDS } from './words.ts';

/** `상호에 법인 이름을, 대표자에 대표자 이름을 입력`: the verb is said once for several fields. */
const GAPPED = /(?<=[^\s,]에는? [^,]{1,30}[을를]), (?=[^,]{1,30}에는? [^,]{1,30}[을를]\s*$)/u;

/** The acts that one verb with the words before it asks for. */
export function readClause(args: string, found: Found, spans: readonly Span[]): ClauseAct[] {
  const own = cutEarlierClauses(args);
  if (found.verb.sense === 'fill' && GAPPED.test(own))
    return own.split(GAPPED).flatMap((part) => readClause(part, found, spans));
  const phrases = readPhrases(own, spans);
  const sense = found.verb.sense;
  if (sense === 'hover' || sense === 'none') return [];
  // `페이지 접속 시 …`: only says when.
  if (sense === 'enter-site')
    return enterSite(phrases, found).filter((one) => found.mood !== 'if' || one.action !== 'goto-url');
  const { main, rest } = choosePhrase(phrases, sense);
  // `사용자가 지정하여 …`: somebody else does it.
  if (main && main.spans.length === 0 && OTHERS.test(main.raw)) return [];
  if (sense === 'press' && main && main.spans.length === 0 && KEYBOARD.test(main.words)) return [];
  if (sense === 'go' && main && main.spans.length === 0) {
    // `부서 이동` is a title, `다음 탭 중 하나로 이동` names none.
    if (found.end - found.start === found.stem.length && main.particle === 'none' && !main.type) return [];
    if (/중 하나$/u.test(main.raw) || (found.mood === 'if' && found.stem === '진입')) return [];
    if (HOME_WORDS.test(main.raw)) return [];
    if (SITE_WORDS.test(main.raw)) return [act('goto-url', [], null)];
    // `설정 화면으로 돌아와`: the page brings the reader there.
    if (/^(?:넘어|돌아)/u.test(found.stem)) return [];
    // `메일이 갑니다`: things go, too; the reader goes to somewhere.
    if (main.particle !== 'to' && /^[가갑간갈]/u.test(found.stem)) return [];
  }
  if (
    sense === 'go' &&
    main &&
    /(?:화면|창|페이지|팝업|목록)$/u.test(main.raw) &&
    /^(?:넘어|돌아)/u.test(found.stem)
  )
    return [];
  if (sense === 'look') return look(phrases, main, found);
  const setting = settingOf(phrases, main, sense) ?? oneOf(phrases, main, sense);
  if (setting) return [setting];
  if (!main || (sense === 'save' && main.spans.length === 0 && main.type !== '버튼'))
    return bareAct(phrases, sense, found);
  // A path before 설정 is where the setting is; it is walked on the way.
  if (sense === 'set' && main.spans.some((span) => span.path.length > 1)) return [];
  // `[백업하기] 버튼을 통해 가능합니다`: only the means is pressed.
  if (found.stem.startsWith('가능') && main.particle !== 'through') return [];
  if (sense === 'search') return search(main, rest);
  if ((sense === 'set' || sense === 'object') && !carriesTarget(main, sense, found)) return [];
  const tab = phrases.find(
    (one) => one.particle === 'in' && one.spans.length === 1 && (one.type === '탭' || one.type === '메뉴'),
  );
  const opened = tab && tab !== main && tab.spans[0]!.path.length === 1 ? actsOn(tab, 'press', []) : [];
  const deep = main.spans.find((span) => span.path.length > 1 && span.kind !== 'quote');
  if (deep && (sense === 'fill' || sense === 'check' || sense === 'uncheck'))
    return inPath(main, deep, sense, rest);
  const list = withList(phrases, main, sense);
  const listed = new Set(list);
  const around = rest.filter((phrase) => !listed.has(phrase));
  const acts = once(
    list.flatMap((phrase) => actsOn(phrase, main.particle === 'through' ? 'press' : sense, around)),
  );
  if (sense === 'set')
    for (const one of acts)
      if (one.action === 'fill' && CHOICE_FIELD.test(one.labels[0] ?? '')) one.action = 'select';
  return [...opened, ...(ONE_OF.test(` ${own} `) ? either(acts) : acts)];
}

/** `환경설정 > 서명에 내용을 입력`: the path is walked, then its last part (or what stands beside it) is filled. */
function inPath(main: Phrase, span: Span, sense: Sense, rest: readonly Phrase[]): ClauseAct[] {
  const unsure = span.marked ? null : 'unmarked';
  const object = rest.find((one) => one.particle === 'object' && one.words !== '' && one.spans.length === 0);
  const walk = object ? span.path : span.path.slice(0, -1);
  const way = act(walk.length > 1 ? 'open-menu-path' : 'click', walk, unsure);
  const last: Span = { ...span, path: span.path.slice(-1) };
  return [way, ...(object ? actsOn(object, sense, []) : actsOn({ ...main, spans: [last] }, sense, rest))];
}

/** `부서 또는 직원을 체크`: things of the reader's own are one act. */
function once(acts: ClauseAct[]): ClauseAct[] {
  return acts.filter((one, i) => one.labels.length > 0 || i === 0 || acts[i - 1]!.labels.length > 0);
}

const ONE_OF =
  / 중 하나| 가운데 하나|[\ue000-\ue7ef] 중 | 또는 | 혹은 |이나 |[\ue000-\ue7ef]나 |[\ue000-\ue7ef] ?\/ ?[\ue000-\ue7ef]/u;

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

const OTHERS = /(?:사용자|관리자|시스템|수신자|발신자|구성원|멤버|상대방|서버)[가이]$/u;

/** Verbs that ask for nothing themselves but end a clause: `창이 나타나면`, `표를 보고`, `설정을 마친 뒤`. */
const EARLIER =
  /^.*(?:(?<![화측전후방내서])면|니다[.]?|는데|지만|[^\s]되고|[^\s]되어|나오고|[를을] 보고|[가-힣]하고|[가-힣](?:하|한|친|난|든|된|른|온|춘|운) (?:후|뒤|다음)(?:에)?|[가-힣]고,|[가-힣]며,|[가-힣]서,|위해|위하여|위해서|[가-힣]거나,|[가-힣] 경우(?:에는|에)?)(?=[\s,])/u;

/** Only the words of this clause: an unknown verb before it ends one of its own. */
function cutEarlierClauses(args: string): string {
  const hit = EARLIER.exec(args);
  return hit ? args.slice(hit[0].length) : args;
}

function enterSite(phrases: readonly Phrase[], found: Found): ClauseAct[] {
  const through = phrases.find(
    (phrase) => phrase.particle === 'through' && (phrase.spans.length || phrase.type),
  );
  if (through) return actsOn(through, 'press', []);
  const label = phrases.find(
    (phrase) =>
      phrase.spans.length &&
      (phrase.particle === 'to' || phrase.particle === 'at' || phrase.particle === 'none'),
  );
  const span = label?.spans.at(-1);
  const menu = span && (span.path.length > 1 || label?.type === '메뉴' || span.kind === 'path');
  if (span && menu && !found.stem.startsWith('로그인'))
    return [
      act(span.path.length > 1 ? 'open-menu-path' : 'click', span.path, span.marked ? null : 'unmarked'),
    ];
  // `로그인 후 …`: the reader is in already; it only says when.
  if (phrases.length === 0 && found.mood === 'then') return [];
  const value = phrases.flatMap((phrase) => phrase.spans).find((one) => one.href)?.href ?? null;
  return [{ ...act('goto-url', [], null), value }];
}

/** 확인합니다 looks at the place that the sentence names; `[미리보기]로 확인` presses what shows it. */
function look(phrases: readonly Phrase[], main: Phrase | null, found: Found): ClauseAct[] {
  const means = phrases.findLast((one) => one.particle === 'to' || one.particle === 'through');
  if (means?.spans.length === 1 && found.stem.startsWith('확인')) return actsOn(means, 'press', []);
  const at = phrases.find((one) => (one.particle === 'at' || one.particle === 'in') && usable(one)) ?? main;
  if (at && /(?:는지|은지|ㄴ지|인지)$/u.test(at.words)) return [];
  // `양식 선택 후 확인`: nothing is looked at; it is the button.
  if (phrases.length === 0 && found.stem === '확인' && found.mood === 'do')
    return [act('confirm', ['확인'], 'unmarked')];
  if (!at || found.stem === '확인' || found.stem === '검토' || found.stem === '점검') return [];
  // `메시지를 확인하고 …`: seen on the way to the next act.
  const onTheWay = found.mood === 'then' && at === main && at.particle === 'object' && !at.spans.length;
  if (found.mood !== 'do' && !(onTheWay && /(?:메시지|메세지|문구|팝업|결과)$/u.test(at.raw))) return [];
  const labels = nameOf(at);
  return [act('read', labels, labels.length && at.spans.length === 0 ? 'unmarked' : null)];
}

/** `이름을 검색한 뒤`: what is searched by is typed in; whom one searches for is only picked later. */
function search(main: Phrase, rest: readonly Phrase[]): ClauseAct[] {
  if (main.particle !== 'object') return [];
  const acts = actsOn(main, 'fill', rest);
  return acts.some(
    (one) =>
      one.labels.length > 0 && /(?:이름|명|아이디|ID|주소|번호|검색어|키워드|제목)$/u.test(one.labels[0]!),
  )
    ? acts
    : [];
}
