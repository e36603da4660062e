import { actionFor, type Sense, type TargetType } from '../steps/action-for.ts';
import type { Act } from '../steps/draft.ts';
import type { Span } from '../text/span.ts';
import type { Found } from './find-verbs.ts';
import { type Phrase, PLACE_TYPES, readPhrases } from './phrases.ts';

type ClauseAct = Omit<Act, 'text' | 'open' | 'result'>;

const OBJECT =
  /(?:^|の)?(?:ユーザー|ユーザ|メンバー|アカウント|メールアカウント|メールアドレス|アドレス|ドメイン|グループ|対象|利用者|社員|部署|行|メッセージ|メール|連絡先|ファイル|もの|人|方法|値|対象者|サービス|宛先|担当者)$/u;
/** `以下の項目を入力`: the fields are named further down. */
const LATER = /(?:以下|次|下記)の各?(?:項目|内容|情報)を?\s*$/u;
/** What is written, said of no field: `メッセージにテキストを記入`. */
const CONTENT = /^(?:テキスト|文章|文字|文字列|内容)$/u;
const OWN =
  /(?:する|した|したい|たい|ている|される|対象の|任意の|該当の|該当する|目的の|希望の|新しい|作った|選んだ|必要な|使う|追う|移す|消す|直す|外す)(?=[^\s])/u;

/** What a Japanese verb with the words before it asks for. */
export function readClause(args: string, found: Found, spans: readonly Span[]): ClauseAct[] {
  const sense = found.verb.sense;
  if (sense === 'hover' || sense === 'none') return [];
  const own = cutEarlier(args)
    .replace(/の順(?:番)?に\s*$/u, 'を')
    .replace(/(?:必要|状況|用途|目的)に応じて、?/gu, '');
  // `画面が開きますので`: what opens by itself is the page's answer.
  if (sense === 'go' && /が\s*$/u.test(own)) return [];
  const phrases = readPhrases(own, spans);
  // `[アプリ] > [Gmail] にアクセスします`: a menu on the page, not a site.
  const menu = phrases.findLast((one) => one.spans.some((span) => span.path.length > 1))?.spans.at(-1);
  if (sense === 'enter-site' && menu)
    return [{ ...act('open-menu-path', menu.path), unsure: menu.marked ? null : 'unmarked' }];
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
  const setting = chosenValue(phrases, sense) ?? plainSetting(phrases, sense);
  if (setting) return [setting];
  if (sense === 'look') return [];
  let main: Phrase | null;
  if (sense === 'go') main = marked('to', 'object') ?? find('to', 'object') ?? lastBare(phrases);
  else if (sense === 'fill') {
    const field = find('to');
    const content = find('object');
    main =
      field && (field.spans.length || field.type || CONTENT.test(content?.words ?? '')) && !isPlace(field)
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
    /^(?:方法|作り方|1つ|一つ|いずれか|どちらか|次)|か(?:どうか)?$/u.test(main.words)
  )
    main = marked('in', 'of', 'from') ?? main;
  if (main && sense === 'go' && !main.spans.length && /^(?:次|以下|下記)?の?$/u.test(main.words)) return [];
  // `画面左下の をクリック`: the picture was the name.
  if (!main && sense === 'press' && /(?:^|の|、|\s)\s*を\s*$/u.test(own))
    return [{ ...act('click', []), unsure: 'lost-icon' }];
  if (!main) return sense === 'save' ? [{ ...act('save', ['保存']), unsure: 'unmarked' }] : [];
  if (sense === 'object' && !marked('from') && !(main.type && main.spans.length && !isPlace(main))) return [];
  if (sense === 'set' && !main.spans.length) return [];
  // `「設定」から設定ページへ移動`, `「削除」から…を削除`: the means is pressed.
  const means = marked('from');
  if (
    means &&
    means !== main &&
    !main.spans.length &&
    (sense === 'object' || (sense === 'go' && isPlace(main)))
  )
    return toActs(means, 'press', [], own);
  // `一覧画面を開いて`: a screen without a mark is where the reader is.
  if (sense === 'go' && !main.spans.length && isPlace(main) && main.particle === 'object') return [];
  const rest = phrases.filter((one) => one !== main);
  const acts = listed(phrases, main, sense).flatMap((one) => toActs(one, sense, rest, own));
  return acts.length > 1 && EITHER.test(own)
    ? acts.map((one, branch) => ({ ...one, choice: { group: 0, branch } }))
    : acts;
}

const EITHER = /または|もしくは|あるいは|[\ue000-\ue7ef]か[\ue000-\ue7ef]/u;

/** `有効期限を30日に設定`: the field gets a value that is not marked. */
function plainSetting(phrases: readonly Phrase[], sense: Sense): ClauseAct | null {
  const to = phrases.at(-1);
  const field = phrases.findLast((one) => one.particle === 'object' || one.particle === 'topic');
  if (sense !== 'set' || to?.particle !== 'to' || !to.words || to.spans.length || to.words.length > 15)
    return null;
  if (!field || /^(?:よう|次|以下|任意|必要|自由|新たに)|(?:順|的|よう|値|もの)$/u.test(to.words))
    return null;
  const labels = nameOf(field);
  if (labels.length !== 1) return null;
  return {
    ...act(/^\d/u.test(to.words) ? 'fill' : 'select', labels),
    value: to.words,
    unsure: field.spans.length ? null : 'unmarked',
  };
}

/** `X を「Y」に`: Y is chosen in X. */
function chosenValue(phrases: readonly Phrase[], sense: Sense): ClauseAct | null {
  if (sense !== 'set' && sense !== 'choose') return null;
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

/** `【選択画面】アドレスを選択`: the bracket names the screen, the words behind it the target. */
function offScreen(phrase: Phrase): Phrase {
  const screen = phrase.spans.length === 1 && /(?:画面|ページ)$/u.test(phrase.spans[0]!.path.at(-1)!);
  return screen && phrase.words ? { ...phrase, spans: [], raw: phrase.words } : phrase;
}

function toActs(written: Phrase, sense: Sense, rest: readonly Phrase[], args: string): ClauseAct[] {
  const phrase = offScreen(written);
  const within = phrase === written ? placeOf(rest, phrase) : written.spans[0]!.path;
  const value =
    sense === 'fill'
      ? (rest.flatMap((one) => one.spans).find((span) => span.kind === 'value')?.path[0] ?? null)
      : null;
  if (phrase.spans.length) {
    // `「氏名」「パスワード」を入力`: fields in a row; pressed labels in a row are place and target.
    const row = sense === 'fill' || sense === 'check' || sense === 'uncheck' || EITHER.test(args);
    const spans = row ? phrase.spans : phrase.spans.slice(-1);
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
  if (sense === 'fill' && !phrase.words && LATER.test(args)) return [];
  const own = OBJECT.test(phrase.words) || OWN.test(phrase.raw);
  const named = phrase.words ? [phrase.words] : [];
  // `以下の項目を入力`: all of them; the kind of thing is the only name.
  const all = sense === 'fill' ? [phrase.raw.replace(/^(?:以下|次|下記|上記)の/u, '')] : [];
  const bare = sense === 'check' || sense === 'uncheck' ? switchOf(phrase) : all;
  const labels = own && sense !== 'fill' ? [] : named.length ? named : bare;
  return [
    {
      ...act(actionFor(sense, labels, typeOf(phrase.type)), labels),
      within,
      value,
      unsure: labels.length ? 'unmarked' : phrase.words ? 'placeholder' : 'lost-icon',
    },
  ];
}

/** `スイッチをオンに`: a switch without a name is the only one there is. */
function switchOf(phrase: Phrase): string[] {
  return /^(?:スイッチ|トグル)$/u.test(phrase.type ?? '') ? [phrase.type!] : [];
}

/** `A、B、Cを入力`: the groups joined to the main one; unmarked ones only where fields are listed. */
function listed(phrases: readonly Phrase[], main: Phrase, sense: Sense): Phrase[] {
  const at = phrases.indexOf(main);
  const fields = sense === 'fill' && (main.spans.length ? !main.spans[0]!.marked : main.words !== '');
  let from = at;
  while (from > 0 && phrases[from - 1]!.particle === 'with') {
    const { spans, words } = phrases[from - 1]!;
    if (spans.length === 0 && !(fields && isFieldName(words))) break;
    from--;
  }
  return phrases.slice(from, at + 1);
}

/** A short noun, not an adverb or a clause that a comma happens to close. */
function isFieldName(words: string): boolean {
  return (
    words !== '' &&
    words.length <= 14 &&
    !/(?:後|場合|とき|次|まず|続いて|に|で|て|し|り|び|き|ら|ため|場合は|必要)$/u.test(words)
  );
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
  if (last?.particle !== 'none') return null;
  return last.spans.length > 0 || last.words.length > 1 || switchOf(last).length > 0 ? last : null;
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
