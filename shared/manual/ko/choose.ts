import type { Sense } from '../steps/action-for.ts';
import { CONFIRM_LABELS, SAVE_LABELS } from '../text/commit-labels.ts';
import { mayModify } from '../text/hangul.ts';
import type { Phrase } from './phrases.ts';
import { FILLERS, OWN_BEFORE, PLACE_TYPES } from './words.ts';

/** Which of the noun groups before a verb it acts on, and what is left of them. */
export function choosePhrase(
  phrases: readonly Phrase[],
  sense: Sense,
): { main: Phrase | null; rest: Phrase[] } {
  const find = (...wanted: Phrase['particle'][]) => lastOf(phrases, wanted, usable);
  const marked = (...wanted: Phrase['particle'][]) => lastOf(phrases, wanted, hasSpan);
  let main: Phrase | null;
  const bare = lastBare(phrases);
  // `용량을 늘릴 사용자 클릭`: the object belongs to the verb before the noun.
  const object = bare && relative(bare) ? null : find('object');
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
      // `내려받은 파일에 이름, 아이디를 입력`: a list of fields, or something of the reader's own to write into.
      const listed =
        object !== null &&
        (phrases[phrases.indexOf(object) - 1]?.particle === 'with' || /[가-힣][과와] \S/u.test(object.words));
      const place =
        asField &&
        (isPlace(asField) || (!asField.spans.length && (listed || OWN_BEFORE.test(`${asField.raw} `))));
      main = asField && !place ? asField : (object ?? bare ?? find('topic', 'to'));
      break;
    }
    case 'check':
    case 'uncheck':
      main = object ?? bare ?? find('at', 'next-to', 'topic');
      if (main && !main.spans.length && !main.words) main = find('next-to', 'of', 'at') ?? main;
      break;
    case 'set':
    case 'object':
      // `[엑셀 업로드]를 통해 여러 명을 등록`: the means is what is pressed.
      main = marked('through') ?? object ?? bare ?? marked('to', 'at', 'topic', 'in', 'with');
      break;
    default:
      main =
        object ??
        bare ??
        marked('to', 'at', 'through', 'topic', 'in', 'with') ??
        (sense === 'press' || sense === 'choose' ? find('to', 'at') : null);
  }
  // "옆의 체크박스를": the box has no words of its own, its neighbour does.
  // A button that lost its picture is not named by what stands beside it.
  if (
    main &&
    !main.spans.length &&
    !main.words &&
    main.type &&
    !/^(?:아이콘|버튼|단추|링크)$/u.test(main.type)
  )
    main = find('next-to', 'of') ?? main;
  const rest = phrases.filter((phrase) => phrase !== main);
  return { main, rest };
}

function lastOf(
  phrases: readonly Phrase[],
  wanted: readonly Phrase['particle'][],
  test: (phrase: Phrase) => boolean,
): Phrase | null {
  for (let i = phrases.length - 1; i >= 0; i--)
    if (wanted.includes(phrases[i]!.particle) && test(phrases[i]!)) return phrases[i]!;
  return null;
}

function hasSpan(phrase: Phrase): boolean {
  return phrase.spans.length > 0;
}

/** A verb and its noun, unmarked: `늘릴 사용자`. */
function relative({ spans, raw }: Phrase): boolean {
  const space = raw.indexOf(' ');
  return (
    spans.length === 0 && space > 0 && !FILLERS.has(raw.slice(0, space)) && mayModify(raw.slice(0, space))
  );
}

/** `A, B 및 C를 입력`: the groups joined to the main one. */
export function withList(phrases: readonly Phrase[], main: Phrase, sense: Sense): Phrase[] {
  const at = phrases.indexOf(main);
  let from = at;
  // `추가 또는 삭제가 필요한 조직`: the list is inside the words that say which.
  if (!main.spans.length && /^\S+[이가] 필요한 /u.test(main.raw)) return [main];
  while (from > 0 && phrases[from - 1]!.particle === 'with' && usable(phrases[from - 1]!)) from--;
  const list = phrases.slice(from, at + 1);
  return sense === 'press' || sense === 'go' ? joinNames(list) : list;
}

/** `웹 및 앱 활동을 클릭`: what is pressed is one thing with 및 in its name, unless the second one commits. */
function joinNames(list: readonly Phrase[]): Phrase[] {
  const out: Phrase[] = [];
  for (const phrase of list) {
    const last = out.at(-1);
    if (
      last?.joint === '및' &&
      !last.spans.length &&
      !phrase.spans.length &&
      !SAVE_LABELS.has(phrase.words) &&
      !CONFIRM_LABELS.has(phrase.words)
    )
      out[out.length - 1] = { ...phrase, words: `${last.words} 및 ${phrase.words}` };
    else out.push(phrase);
  }
  return out;
}

export function usable(phrase: Phrase): boolean {
  return phrase.spans.length > 0 || phrase.words !== '' || phrase.type !== null;
}

export function isPlace(phrase: Phrase): boolean {
  return phrase.type !== null && PLACE_TYPES.has(phrase.type);
}

/** The noun right before the verb without a particle: `[저장] 클릭`, `해당부서 선택`. */
function lastBare(phrases: readonly Phrase[]): Phrase | null {
  const last = phrases.at(-1);
  if (last?.particle !== 'none' || !usable(last)) return null;
  return last.spans.length ||
    (last.words &&
      (!FILLERS.has(last.words) || last.words === '다음') &&
      !/(?:게|히|도록|씩)$/u.test(last.words))
    ? last
    : null;
}
