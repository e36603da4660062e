import type { Language } from '../language.ts';
import type { Act } from '../steps/draft.ts';
import { splitSentences } from '../text/sentences.ts';
import { SPAN_CHAR, SPAN_FIRST, type Span, spanOf } from '../text/span.ts';
import { ONE_OF } from './one-of.ts';
import { SENTENCE } from './sentence-end.ts';

/** What a colon (or a Japanese wide space) makes of a line. */
export type Defined =
  /** No step: it says what a word means. */
  | { is: 'definition' }
  /** Words to read instead of the line. */
  | { is: 'text'; text: string; optional: boolean }
  /** Acts that the colon itself asks for; `lead` is read before them, `rest` after them. */
  | { is: 'acts'; lead: string; acts: Act[]; rest: string };

const FIELD_MARKERS: ReadonlySet<string> = new Set(['number', 'paren', 'round', 'callout', 'keycap']);
const COLON = /^([^:：]{1,70}?)\s*(?::\s+|：\s*)(\S.*)$/u;
const WIDE = /^([^\s\u3000、。]{1,20})\u3000+(\S.*)$/u;
/** `회신의 경우: 서명을 선택합니다`: when, not what. */
const CASE =
  /(?:경우|[할일] 때|려면|설정 시|선택 시)$|^(?:if|to|when|for)\s|場合(?:は)?$|(?:する|した)とき(?:は)?$/iu;
const SEPARATOR = /\s*(?:-{1,2}>|[>＞→⇒▶►»])\s*/u;
const LONGEST_NAME = 30;
/** A value as it stands on the screen: `사용`, `30일`, `적용 안 함`. */
const VALUE = /^(?!.*[.,。、/]).{1,15}$/u;
/** What a field asks for, whatever its own words say. */
const FIELD_ACTIONS: ReadonlySet<string> = new Set(['fill', 'select', 'check', 'uncheck']);

export interface Colon {
  text: string;
  spans: readonly Span[];
  marker: string | null;
  /** One of several `▷` parts of a line. */
  part: boolean;
  language: Language;
}

/** `X : …`: a field with what to do in it, a setting with its value, or what X means. Null where there is no colon. */
export function readDefinition(line: Colon): Defined | null {
  const { text, spans, marker } = line;
  if (!/[:：\u3000]/u.test(text)) return null;
  const hit = COLON.exec(text) ?? WIDE.exec(text);
  if (!hit || /\d$/u.test(hit[1]!)) return null;
  const [, name, body] = hit as unknown as [string, string, string];
  const choices = inlineChoices(name, body);
  if (choices) return { is: 'acts', lead: '', acts: choices, rest: '' };
  if (CASE.test(name)) return { is: 'text', text: body, optional: true };
  const path = SEPARATOR.test(name);
  if ((path || line.part) && VALUE.test(body) && !SPAN_CHAR.test(body)) {
    const setting = path ? name.split(SEPARATOR).at(-1)! : name;
    const lead = path
      ? name.slice(0, name.lastIndexOf(setting)).replace(/\s*(?:-{1,2}>|[>＞→⇒▶►»])\s*$/u, '')
      : '';
    const said = body.trim();
    return {
      is: 'acts',
      lead,
      acts: [{ ...simple(labelOf(setting, spans), 'select'), value: said, text }],
      rest: '',
    };
  }
  if (name.length > LONGEST_NAME) return null;
  const picked = marker === null ? null : pickedValue(name, body, text, spans);
  if (picked) return { is: 'acts', lead: '', acts: [picked], rest: '' };
  const filled = field(line, name, body, !COLON.test(text));
  if (filled) return filled;
  if (SPAN_CHAR.test(body) || /[>→▶]/u.test(body))
    return {
      is: 'text',
      text: SPAN_CHAR.test(name) ? text : body,
      optional: !FIELD_MARKERS.has(marker ?? ''),
    };
  return { is: 'definition' };
}

/** Values of a switch or a radio button, whatever the field is called. */
const STATE =
  /^(?:사용(?: ?안)? ?함?|미사용|허용(?: ?안 ?함)?|차단|적용(?: ?안)? ?함?|예|아니오|on|off|yes|no|enabled|disabled|オン|オフ|有効|無効|利用(?:する|しない))$/iu;
const PICKS = /^(.{1,28}?) ?(?:선택|지정|選択)$/u;

/** `유형 선택 : 일반 / 피드`, `댓글 허용 : 사용`: a field and what is picked in it. */
function pickedValue(name: string, body: string, text: string, spans: readonly Span[]): Act | null {
  if (STATE.test(body.trim())) return { ...simple(labelOf(name, spans), 'select'), value: body.trim(), text };
  const field = PICKS.exec(name)?.[1];
  const values = body.split(/\s*[/,、|]\s*/u).map((one) => one.trim());
  if (!field || values.length < 2 || values.some((one) => !one || one.length > 15 || SENTENCE.test(one)))
    return null;
  return { ...simple(labelOf(field, spans), 'select'), value: values.join('|'), text };
}

/** `3. 서버 이름 : pop.example.com 입력`, `ユーザー名　半角英数字で入力します`: a field and what goes into it. */
function field(
  { spans, marker, language }: Colon,
  name: string,
  body: string,
  wide: boolean,
): Defined | null {
  const numbered = marker !== null && FIELD_MARKERS.has(marker);
  const [first, ...more] = splitSentences(body);
  if (!first || SPAN_CHAR.test(first) || /[>→▶]/u.test(first)) return null;
  if (!numbered && !SENTENCE.test(first) && !(wide && /(?:入力|選択|指定)$/u.test(first))) return null;
  const labels = labelOf(name, spans);
  for (const [before, after] of SENTENCES[language.id]) {
    const span: Span = { kind: 'label', path: labels, marked: false, href: null };
    const text = `${before}${SPAN_FIRST}${after}${first}`;
    const act = language
      .readSentence({ text, spans: [span] })
      .find((one) => FIELD_ACTIONS.has(one.action) && one.labels === labels && (numbered || !one.open));
    if (act) return { is: 'acts', acts: [{ ...act, text: first }], lead: '', rest: more.join(' ') };
  }
  // `시간대 : 목록에서 시간대를 선택할 수 있습니다`: the sentence names the field itself.
  const own = numbered ? language.readSentence({ text: first, spans: [] }) : [];
  const act = own.find((one) => FIELD_ACTIONS.has(one.action));
  return act
    ? { is: 'acts', acts: [{ ...act, labels, within: [], text: first }], lead: '', rest: more.join(' ') }
    : null;
}

/** The field's name where its language puts it: `X에 … 입력`, `… in X`. */
const SENTENCES: Record<Language['id'], [before: string, after: string][]> = {
  ko: [
    ['', '에 '],
    ['', '을 '],
  ],
  ja: [
    ['', 'に'],
    ['', 'を'],
  ],
  en: [['In the ', ' field, ']],
};

/** `Select one of the following: A, B, or C`: the choices stand on the line itself. */
function inlineChoices(name: string, body: string): Act[] | null {
  if (!ONE_OF.test(name) || SPAN_CHAR.test(body)) return null;
  const parts = body
    .replace(/[.。]\s*$/u, '')
    .split(/\s*(?:,\s*(?:or\s+|and\s+)?|、|\/|\s또는\s|\sor\s|または)\s*/u)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2 || parts.some((part) => part.length > 40)) return null;
  return parts.map((part, branch) => ({
    ...simple([part], 'select'),
    text: part,
    choice: { group: 0, branch },
  }));
}

function labelOf(words: string, spans: readonly Span[]): string[] {
  const char = SPAN_CHAR.exec(words)?.[0];
  const span = char ? spanOf(char, spans) : null;
  return span ? span.path : [words.trim()];
}

function simple(labels: string[], action: 'select'): Omit<Act, 'text'> {
  return {
    action,
    labels,
    within: [],
    value: null,
    unsure: 'unmarked',
    choice: null,
    open: false,
    result: false,
  };
}
