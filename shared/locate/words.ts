/**
 * When two pieces of interface text mean the same thing. Spacing, width, case and punctuation never count;
 * near-synonyms count a little less than the word itself.
 */
import { SYNONYMS } from './synonyms.ts';

/** Letters and digits only, width and case folded, no spaces: `POP3/SMTP 설정` -> `pop3smtp설정`. */
export function fold(text: string): string {
  const ascii = /^[ -~]*$/.test(text); // most text is, and needs no tables
  const plain = (ascii ? text : text.normalize('NFKC')).toLowerCase();
  return plain.replace(ascii ? /[^a-z0-9]+/g : /[^\p{L}\p{N}\p{M}]+/gu, '') || plain.replace(/\s+/g, '');
}

/**
 * Words that say what kind of thing a label is on; a manual adds them, a screen does not. Groups: what looks like a
 * button, a tab, a menu, a link.
 */
const TYPE_WORD =
  /(?:(버튼|단추|button|ボタン)|(탭|tab|タブ)|(메뉴|menu|メニュー)|(링크|link)|아이콘|항목|체크박스|체크란|라디오|입력란|입력창|필드|화면|페이지|팝업|창|란|icon|item|checkbox|radio|field|page)$/;
const PARTICLE = /(?:에서|에게|으로|[을를의은는이가에로과와])$/;
/** Counters and marks that a screen adds behind a label. */
const BADGE =
  /(?:\s*[([{<]?\s*\d[\d.,+/]*\s*[)\]}>]?|\s*\*|\s*[(（[]?(?:필수|선택|선택 ?사항|required|optional|new|新規|必須|任意)[)）\]]?)$/iu;

export interface Wording {
  /** Folded forms and how much each is worth. */
  forms: ReadonlyMap<string, number>;
  /** Folded form of the text as it was written. */
  plain: string;
  /** The forms that are the text itself, without what other words may say the same. */
  own: ReadonlySet<string>;
}

/** Everything that a written-down label may look like on the screen. */
export function wordings(label: string, groups: string[][] = []): Wording {
  const forms = new Map<string, number>();
  const put = (text: string, worth: number): void => {
    const form = fold(text);
    if (form && (forms.get(form) ?? 0) < worth) forms.set(form, worth);
  };
  const trimmed = fold(withoutBadge(label));
  const bare = trimmed.replace(PARTICLE, '');
  put(label, 1);
  put(trimmed, 0.98);
  put(trimmed.replace(TYPE_WORD, ''), 0.97);
  if (bare.length > 1) {
    put(bare, 0.92);
    put(bare.replace(TYPE_WORD, ''), 0.96); // 탭을, 버튼을
  }
  const own = new Set(forms.keys());
  for (const [form, worth] of [...forms]) {
    for (const group of groups)
      if (group.some((word) => fold(word) === form)) for (const word of group) put(word, worth * 0.97);
    for (const word of SYNONYMS.get(form) ?? []) put(word, worth * 0.94);
  }
  return { forms, plain: fold(label), own };
}

function withoutBadge(text: string): string {
  const less = text.replace(BADGE, '').trim();
  return !less || less === text ? text : withoutBadge(less);
}

/** 0 … 1: how well a text on the screen says what the wording says. 1 only for the very words. */
export function likeness({ forms }: Wording, shown: string): number {
  const key = fold(shown);
  const bare = fold(withoutBadge(shown.trim()));
  let best = forms.get(key) ?? 0;
  for (const [form, worth] of key ? forms : [])
    best = Math.max(best, worth * (form === bare ? 0.97 : worth < 0.96 ? 0 : partly(form, bare)));
  return best;
}

/** Words that turn a meaning round; a partial match across them is no match. */
const NEGATION =
  /안함|않|미사용|해제|금지|불가|비활성|제외|예외|차단|취소|삭제|disable|without|unable|しない|無効|解除|\bnot\b|^(?:un|no|not|off)/g;

/** Whether one of two texts denies, blocks or deletes what the other does not: `발송 IP` and `발송 IP 차단`. */
export function turnsRound(a: string, b: string): boolean {
  return `${a.match(NEGATION)}` !== `${b.match(NEGATION)}`;
}

/** 0 … 0.85 for one text inside the other; never across a negation or another number. */
function partly(form: string, key: string): number {
  const [short, long] = form.length < key.length ? [form, key] : [key, form];
  const ratio = short.length / long.length;
  // A screen may say more than the manual; a manual that says more means something narrower.
  return short.length < 2 ||
    ratio < (form === short ? 0.34 : 0.6) ||
    !long.includes(short) ||
    turnsRound(form, key) ||
    `${form.match(/\d+/g)}` !== `${key.match(/\d+/g)}`
    ? 0
    : 0.5 + 0.35 * ratio;
}

/** Which group of type words a wanted word ends with: `설정 탭` -> 2; 0 for none, -1 for a word of no group. */
export function saidRole(label: string): number {
  return TYPE_WORD.exec(fold(label))?.findIndex((word, at) => at && word) ?? 0;
}

/** Words on a button that throws work away. A save or a confirmation never binds to them. */
const AWAY = new RegExp(
  ['cancel', 'close', 'delete']
    .flatMap((word) => SYNONYMS.get(word)!)
    .concat(
      'reset abort discard 초기화 되돌리 폐기 削除 キャンセル 閉じる 取消 entfern verwerf supprim annul elimin borrar'.split(
        ' ',
      ),
    )
    .join('|'),
);

export function throwsAway(text: string): boolean {
  return AWAY.test(fold(text));
}
