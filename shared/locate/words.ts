/**
 * When two pieces of interface text mean the same thing. Spacing, width, case and punctuation never count;
 * near-synonyms count a little less than the word itself.
 */
import { SYNONYMS } from './synonyms.ts';

/** Letters and digits only, width and case folded, no spaces: `POP3/SMTP 설정` -> `pop3smtp설정`. */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text))
    return text.toLowerCase().replace(/[^a-z0-9]+/g, '') || text.replace(/\s+/g, '');
  const plain = text.normalize('NFKC').toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return bare || plain.replace(/\s+/g, '');
}

/** Words that say what kind of thing a label is on; a manual adds them, a screen does not. */
const TYPE_WORD =
  /(?:버튼|단추|메뉴|탭|링크|아이콘|항목|체크박스|체크란|라디오|입력란|입력창|필드|화면|페이지|팝업|창|란|button|menu|tab|link|icon|item|checkbox|radio|field|page|ボタン|メニュー|タブ)$/;
const PARTICLE = /(?:에서|에게|으로|을|를|의|은|는|이|가|에|로|과|와)$/;
/** Counters and marks that a screen adds behind a label. */
const BADGE =
  /(?:\s*[([{<]?\s*\d[\d.,+/]*\s*[)\]}>]?|\s*\*|\s*[(（[]?(?:필수|선택|선택 ?사항|required|optional|new|新規|必須|任意)[)）\]]?)$/iu;

export interface Wording {
  /** Folded forms and how much each is worth, best first. */
  forms: [form: string, worth: number][];
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
  const plain = fold(label);
  put(label, 1);
  const trimmed = fold(withoutBadge(label));
  put(trimmed, 0.98);
  const noType = trimmed.replace(TYPE_WORD, '');
  if (noType !== trimmed && noType) {
    put(noType, 0.97);
    const noParticle = noType.replace(PARTICLE, '');
    if (noParticle.length > 1) put(noParticle, 0.93);
  }
  const noParticle = trimmed.replace(PARTICLE, '');
  if (noParticle.length > 1 && noParticle !== trimmed) {
    put(noParticle, 0.92);
    const bare = noParticle.replace(TYPE_WORD, ''); // 탭을, 버튼을
    if (bare && bare !== noParticle) put(bare, 0.96);
  }
  const own = new Set(forms.keys());
  for (const [form, worth] of [...forms]) {
    for (const group of groups) {
      if (group.some((word) => fold(word) === form)) for (const word of group) put(word, worth * 0.97);
    }
    for (const word of SYNONYMS.get(form) ?? []) put(word, worth * 0.94);
  }
  return { forms: [...forms].sort((a, b) => b[1] - a[1]), plain, own };
}

export function withoutBadge(text: string): string {
  let at = text.trim();
  for (let i = 0; i < 3; i++) {
    const next = at.replace(BADGE, '').trim();
    if (!next || next === at) break;
    at = next;
  }
  return at;
}

/** 0 … 1: how well a text on the screen says what the wording says. 1 only for the very words. */
export function likeness(wording: Wording, shown: string): number {
  if (!shown) return 0;
  const key = fold(shown);
  if (!key) return 0;
  let best = 0;
  const bare = fold(withoutBadge(shown));
  for (const [form, worth] of wording.forms) {
    if (form === key) best = Math.max(best, worth);
    else if (form === bare) best = Math.max(best, worth * 0.97);
    else if (worth >= 0.96 && best < 0.85 * worth) best = Math.max(best, worth * partly(form, bare));
  }
  return best;
}

/** Words that turn a meaning round; a partial match across them is no match. */
const NEGATION =
  /안함|않|미사용|해제|금지|불가|비활성|제외|예외|차단|취소|삭제|disable|without|unable|しない|無効|解除|\bnot\b|^(?:un|no|not|off)/g;

/** Whether one of two texts denies, blocks or deletes what the other does not: `발송 IP` and `발송 IP 차단`. */
export function turnsRound(a: string, b: string): boolean {
  return (a.match(NEGATION) ?? []).join() !== (b.match(NEGATION) ?? []).join();
}

/** 0 … 0.85 for one text inside the other or one slip of the pen; never across a negation or another number. */
function partly(form: string, key: string): number {
  const [short, long] = form.length < key.length ? [form, key] : [key, form];
  if (short.length < 2 || !long) return 0;
  const ratio = short.length / long.length;
  // A screen may say more than the manual; a manual that says more means something narrower.
  const inside = ratio >= (form === short ? 0.34 : 0.6) && long.includes(short);
  if (!inside && !(short.length >= 5 && long.length - short.length <= 1 && oneSlip(short, long))) return 0;
  if (turnsRound(form, key) || digits(form) !== digits(key)) return 0;
  return inside ? 0.5 + 0.35 * ratio : 0.78;
}

function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

function oneSlip(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.length === b.length ? a.slice(i + 1) === b.slice(i + 1) : a.slice(i) === b.slice(i + 1);
}

/** What a wanted word's type word says about the role: `설정 탭` -> `tab`. */
export function saidRole(label: string): 'button' | 'tab' | 'link' | 'menu' | null {
  const end = TYPE_WORD.exec(fold(label))?.[0];
  if (!end) return null;
  if (/버튼|단추|button|ボタン/.test(end)) return 'button';
  if (/탭|tab|タブ/.test(end)) return 'tab';
  if (/메뉴|menu|メニュー/.test(end)) return 'menu';
  return /링크|link/.test(end) ? 'link' : null;
}

/** Words on a button that throws work away. A save or a confirmation never binds to them. */
const AWAY =
  /취소|삭제|제거|닫기|초기화|되돌리|폐기|cancel|delete|remove|discard|reset|close|abort|削除|キャンセル|閉じる|取消|lösch|entfern|abbrech|schließ|verwerf|supprim|annul|elimin|borrar/;

export function throwsAway(text: string): boolean {
  return AWAY.test(fold(text));
}
