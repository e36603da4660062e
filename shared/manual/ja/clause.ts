import { actionFor, type Sense, type TargetType } from '../steps/action-for.ts';
import type { Act } from '../steps/draft.ts';
import type { Span } from '../text/span.ts';
import type { Found } from './find-verbs.ts';
import { type Phrase, PLACE_TYPES, readPhrases } from './phrases.ts';

type ClauseAct = Omit<Act, 'text' | 'open' | 'result'>;

const OBJECT =
  /(?:^|の)?(?:ユーザー|ユーザ|メンバー|アカウント|メールアカウント|メールアドレス|アドレス|ドメイン|グループ|対象|利用者|社員|部署|行|メッセージ|メール|連絡先|ファイル|もの|人|方法|値|対象者|サービス|宛先|担当者)$/u;
const OWN =
  /(?:する|した|したい|たい|ている|される|対象の|任意の|該当の|該当する|目的の|希望の|新しい|作った|選んだ|必要な|使う|追う|移す|消す|直す|外す)(?=[^\s])/u;

/** What a Japanese verb with the words before it asks for. */
export function readClause(args: string, found: Found, spans: readonly Span[]): ClauseAct[] {
  const sense = found.verb.sense;
  if (sense === 'hover' || sense === 'none') return [];
  const phrases = readPhrases(cutEarlier(args).replace(/の順(?:番)?に\s*$/u, 'を'), spans);
  if (sense === 'enter-site')
    return [
      {
        ...act('goto-url', []),
        value: phrases.flatMap((one) => one.spans).find((span) => span.href)?.href ?? null,
      },
    ];
  const find = (...wanted: Phrase['particle'][]) =>
    phrases.findLast((one) => wanted.includes(one.particle) && usable(one)) ?? null;
  const marked = (...wanted: Phrase['particle'][]) =>
    phrases.findLast((one) => wanted.includes(one.particle) && one.spans.length > 0) ?? null;
  const setting = chosenValue(phrases, sense, found);
  if (setting) return [setting];
  if (sense === 'look') return [];
  let main: Phrase | null;
  if (sense === 'go') main = marked('to', 'object') ?? find('to', 'object') ?? lastBare(phrases);
  else if (sense === 'fill') {
    const field = find('to');
    main =
      field && (field.spans.length || field.type) && !isPlace(field)
        ? field
        : (find('object') ?? lastBare(phrases) ?? field);
  } else if (sense === 'check' || sense === 'uncheck')
    main = find('object') ?? marked('to', 'of', 'none') ?? find('to', 'of', 'topic') ?? lastBare(phrases);
  else
    main =
      find('object') ??
      lastBare(phrases) ??
      marked('from', 'to', 'in', 'topic') ??
      (sense === 'press' ? find('to') : null);
  if (main && !main.spans.length && !main.words) main = marked('of', 'to', 'topic') ?? main;
  // `「X」の項目で…を選びます`: what is chosen has no name of its own, the field has.
  if (
    sense === 'choose' &&
    main &&
    !main.spans.length &&
    /^(?:方法|作り方|1つ|一つ|いずれか|どちらか|次)/u.test(main.words)
  )
    main = marked('in', 'of', 'from') ?? main;
  if (main && sense === 'go' && !main.spans.length && /^(?:次|以下|下記)?の?$/u.test(main.words)) return [];
  if (!main) return sense === 'save' ? [{ ...act('save', ['保存']), unsure: 'unmarked' }] : [];
  if (sense === 'object' && !(main.type && main.spans.length && !isPlace(main))) return [];
  if (sense === 'set' && !main.spans.length) return [];
  const rest = phrases.filter((one) => one !== main);
  return listed(phrases, main).flatMap((one) => toActs(one, sense, rest, args));
}

/** `X を「Y」に`: Y is chosen in X. */
function chosenValue(phrases: readonly Phrase[], sense: Sense, found: Found): ClauseAct | null {
  if (sense !== 'set' && sense !== 'choose') return null;
  void found;
  const to =
    phrases.findLast((one) => one.particle === 'to' && one.spans.length > 0) ??
    (phrases.at(-1)?.particle === 'none' && phrases.at(-1)!.spans.length ? phrases.at(-1)! : null);
  const thing = phrases.findLast(
    (one) => (one.particle === 'object' || one.particle === 'topic') && usable(one),
  );
  const span = to?.spans.at(-1);
  if (!span || !thing || thing === to || span.path.length > 1) return null;
  return { ...act('select', [span.path[0]!]), within: nameOf(thing) };
}

function toActs(phrase: Phrase, sense: Sense, rest: readonly Phrase[], args: string): ClauseAct[] {
  const within = placeOf(rest, phrase);
  const value =
    sense === 'fill'
      ? (rest.flatMap((one) => one.spans).find((span) => span.kind === 'value')?.path[0] ?? null)
      : null;
  if (phrase.spans.length) {
    const either = /または|もしくは|あるいは/u.test(args);
    const spans = phrase.spans.length > 1 && either ? phrase.spans : phrase.spans.slice(-1);
    return spans.map((span) => {
      const labels = span.kind === 'object' ? [] : span.path;
      return {
        ...act(actionFor(sense, labels, typeOf(phrase.type)), labels),
        within,
        value,
        unsure: span.kind === 'object' ? 'placeholder' : span.marked ? null : 'unmarked',
      };
    });
  }
  const own = OBJECT.test(phrase.words) || OWN.test(phrase.raw);
  const labels = own && sense !== 'fill' ? [] : phrase.words ? [phrase.words] : [];
  return [
    {
      ...act(actionFor(sense, labels, typeOf(phrase.type)), labels),
      within,
      value,
      unsure: labels.length ? 'unmarked' : phrase.words ? 'placeholder' : 'lost-icon',
    },
  ];
}

function listed(phrases: readonly Phrase[], main: Phrase): Phrase[] {
  const at = phrases.indexOf(main);
  let from = at;
  while (from > 0 && phrases[from - 1]!.particle === 'with' && phrases[from - 1]!.spans.length > 0) from--;
  return phrases.slice(from, at + 1);
}

/** Only the last clause: `…が表示されたら、`. */
function cutEarlier(args: string): string {
  const hit = /^.*(?:たら|ますと|れば|ので|ますが|ますので|ために|には|場合は?|。)[、\s]*(?=\S)/u.exec(args);
  const own = hit && !/に?には$/u.test(hit[0].replace(/[、\s]+$/u, ''));
  return hit && own ? args.slice(hit[0].length) : args;
}

function usable(phrase: Phrase): boolean {
  return phrase.spans.length > 0 || phrase.words !== '' || phrase.type !== null;
}

function lastBare(phrases: readonly Phrase[]): Phrase | null {
  const last = phrases.at(-1);
  return last?.particle === 'none' && (last.spans.length > 0 || last.words.length > 1) ? last : null;
}

function isPlace(phrase: Phrase): boolean {
  return phrase.type !== null && PLACE_TYPES.has(phrase.type);
}

function nameOf(phrase: Phrase): string[] {
  return phrase.spans.at(-1)?.path ?? (phrase.words ? [phrase.words] : []);
}

function placeOf(rest: readonly Phrase[], main: Phrase): string[] {
  const place = rest.findLast(
    (one) => ['of', 'in', 'from', 'topic'].includes(one.particle) && one.spans.length > 0,
  );
  return place && place !== main ? place.spans.at(-1)!.path : [];
}

function typeOf(word: string | null): TargetType {
  if (!word) return null;
  if (word === 'チェックボックス') return 'box';
  if (/^(?:ボタン|アイコン|リンク|スイッチ|トグル)$/u.test(word)) return 'press';
  if (/^(?:メニュー|タブ)$/u.test(word)) return 'menu';
  return PLACE_TYPES.has(word) ? 'place' : null;
}

function act(action: ClauseAct['action'], labels: string[]): ClauseAct {
  return { action, labels, within: [], value: null, unsure: null, choice: null };
}
