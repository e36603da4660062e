import type { Act } from '../steps/draft.ts';
import { pathsOnTheWay } from '../steps/paths-on-the-way.ts';
import type { Masked, Span } from '../text/span.ts';
import { SPAN_CHARS, spanOf } from '../text/span.ts';
import { readClause } from './clause.ts';
import { type Found, findVerbs } from './find-verbs.ts';
import { splitDeed } from './path-acts.ts';

const LEFT_OPEN = /^(?:필요 ?(?:시|한 경우|하면|에 따라)|원하는 경우|원하면|단,)/u;
/** After these a path is walked on the way to something else: `[a > b]에서`, `a > b 우측에`. */
const ON_THE_WAY =
  /^\s*(?:메뉴|화면|페이지|탭)?\s*(?:에서|에는|의|내|,|우측|좌측|오른쪽|왼쪽|상단|하단|옆|아래)/u;
/** `클릭해 …을 설정합니다`: the press is the act, the rest says what it is for. */
const PURPOSE_SENSES = new Set(['set', 'object', 'save', 'look', 'go', 'enter-site']);

/** Every act of one Korean sentence, in its order. The verb comes last, so each verb closes a clause. */
export function readSentence({ text, spans }: Masked): Act[] {
  const acts: Act[] = [];
  const verbs = findVerbs(text).filter((found) => found.mood !== 'attr' && found.mood !== 'noun');
  let open = LEFT_OPEN.test(text.trim()) || verbs.at(-1)?.mood === 'can';
  let at = 0;
  let idle = '';
  let pressed = false;
  let led = false;
  const walked = new Set<Span>();
  // `A를 선택하거나 B를 입력합니다`: from here on the acts are branches of one choice.
  let eitherFrom = -1;
  for (const found of verbs) {
    const own = text.slice(at, found.start);
    // `직원을 검색하여 선택합니다`: the second verb has the words of the first.
    const args = own.trim() === '' && idle ? idle : own;
    const before = acts.length;
    acts.push(...pathsOnTheWay(args, spans, walked, ON_THE_WAY).map((act) => ({ ...act, open })));
    if (found.mood === 'purpose' || found.mood === 'case') open = true;
    else if (found.mood !== 'not') {
      const own = readClause(args, found, spans).filter(
        (act) =>
          !(
            pressed &&
            (act.unsure || (act.action === 'goto-url' && !act.value)) &&
            PURPOSE_SENSES.has(found.verb.sense)
          ),
      );
      // `… 클릭하시면 배포해제 가능합니다`: what the press leads to.
      if (
        led &&
        (found.verb.sense === 'go' || /가능/u.test(text.slice(found.start, found.end))) &&
        own.every((act) => act.unsure)
      )
        own.length = 0;
      led = found.mood === 'if' && own.length > 0;
      const words = own.length ? clauseText(text, at, found) : '';
      for (const act of own) {
        // Walked or visited already: `접속해 로그인해 주세요`, `[a > b]에서 … [a > b]를 클릭`.
        const once = act.action === 'open-menu-path' || act.action === 'goto-url';
        if (once && acts.some((one) => one.action === act.action && same(one, act))) continue;
        acts.push({
          ...act,
          choice: act.choice ?? branchOf(acts, eitherFrom),
          open: open || found.mood === 'can',
          result: found.mood === 'if',
          text: words,
        });
      }
      pressed =
        own.length > 0 &&
        found.verb.sense === 'press' &&
        /(?:해|하여|눌러|해서|러서)$/u.test(text.slice(found.start, found.end).trim());
    }
    // `검색하거나 선택합니다`: both verbs share the words before them.
    if (found.mood === 'or' && acts.length === before) continue;
    if (eitherFrom >= 0 && found.mood !== 'or') eitherFrom = -1;
    if (found.mood === 'or' && eitherFrom < 0) {
      eitherFrom = before;
      for (const act of acts.slice(before)) act.choice ??= { group: 0, branch: 0 };
    }
    idle = found.mood === 'then' && acts.length === before ? args : '';
    at = found.end;
  }
  const rest = text.slice(at);
  // `저장한 뒤 변경 불가`: only says when.
  if (acts.at(-1)?.action === 'save' && acts.at(-1)!.unsure && verbs.at(-1)?.mood === 'then' && rest.trim())
    acts.pop();
  acts.push(...pathsOnTheWay(rest, spans, walked, null).flatMap(splitDeed), ...loneLabel(rest, spans, open));
  return acts;
}

function branchOf(acts: readonly Act[], from: number): Act['choice'] {
  return from < 0 ? null : { group: 0, branch: acts.length - from };
}

function same(a: Pick<Act, 'labels'>, b: Pick<Act, 'labels'>): boolean {
  return a.labels.join('>') === b.labels.join('>');
}

const LONE =
  /^[\s,)]*(?:팝업 창에서 |창에서 )?([\ue000-\ue7ef])\s*(?:버튼|탭|메뉴|아이콘)?\s*(?:을|를)?\s*(?:합니다|하세요|해 ?주세요|하시면 됩니다)?[\s.]*$/u;

/** `… 설정 후 [확인]`, `③ [저장]`: a marked label with no verb is pressed. */
function loneLabel(rest: string, spans: readonly Span[], open: boolean): Act[] {
  const hit = LONE.exec(rest);
  const span = hit ? spanOf(hit[1]!, spans) : null;
  if (span?.kind !== 'label' || span.path.length !== 1) return [];
  // `[저장 클릭]`: the verb slipped into the bracket.
  span.path[0] = span.path[0]!.replace(/(?<=\S) (?:클릭|선택)$/u, '');
  const found: Found = { verb: PRESS, mood: 'do', start: 0, end: 0, stem: '클릭' };
  return readClause(rest.match(SPAN_CHARS)![0], found, spans).map((act) => ({
    ...act,
    open,
    result: false,
    text: `[${span.path[0]}] 클릭`,
  }));
}

const PRESS = { sense: 'press', finite: '클릭합니다' } as const;

/** The words of one clause as a sentence of its own: `… 입력 후` reads `… 입력합니다`. */
function clauseText(text: string, at: number, found: Found): string {
  const args = text.slice(at, found.start).replace(/^[\s,.]+/u, '');
  return `${args}${found.verb.finite}`;
}
