import { Lexicon } from '../text/lexicon.ts';
import { type Mood, readEnding, type Shape } from './endings.ts';
import { VERBS, type Verb } from './verbs.ts';
import { OBJECT_NOUNS } from './words.ts';

/** A verb where it stands in a masked sentence. */
export interface Found {
  verb: Verb;
  mood: Mood;
  start: number;
  /** After the ending. */
  end: number;
  /** The stem as written: `선택 해제`. */
  stem: string;
}

interface Form {
  verb: Verb;
  shape: Shape;
}

const FORMS = new Map<string, Form>();
for (const verb of VERBS) {
  for (const noun of verb.nouns ?? []) {
    const shapes: [string, Shape][] = [
      ['하', 'base'],
      ['해', 'inf'],
      ['하여', 'inf'],
      ['합', 'b'],
      ['한', 'n'],
      ['할', 'l'],
    ];
    for (const [tail, shape] of shapes) {
      FORMS.set(noun + tail, { verb, shape });
      // `선택 합니다`: machine translation sets the verb apart.
      FORMS.set(`${noun} ${tail}`, { verb, shape });
      FORMS.set(`${noun}을 ${tail}`, { verb, shape });
      FORMS.set(`${noun}를 ${tail}`, { verb, shape });
    }
    if (!verb.neverBare) FORMS.set(noun, { verb, shape: 'bare' });
  }
  for (const { base, inf, b, n, l } of verb.native ?? []) {
    const shapes: [string, Shape][] = [
      [base, 'base'],
      [inf, 'inf'],
      [b, 'b'],
      [n, 'n'],
      [l, 'l'],
    ];
    for (const [form, shape] of shapes)
      if (!FORMS.has(form) || shape === 'base') FORMS.set(form, { verb, shape });
  }
}
const LEXICON = new Lexicon(FORMS);

/** Every verb of a masked sentence, left to right. */
export function findVerbs(text: string): Found[] {
  const out: Found[] = [];
  for (let at = 0; at < text.length; ) {
    const hit = LEXICON.at(text, at);
    if (!hit) {
      at++;
      continue;
    }
    const found = read(text, at, hit.word, hit.value);
    if (found) out.push(found);
    at = found && found.end > at ? found.end : at + hit.word.length;
  }
  return out;
}

const ARROW_NEXT = /^\s*[>＞→▶▷»]/u;

function read(text: string, start: number, stem: string, form: Form): Found | null {
  // A native stem is one or two syllables and may stand inside any word; a verb begins a word of its own.
  if (form.verb.native && !startsWord(text, start)) return null;
  const at = start + stem.length;
  // `작업선택 > 등록`: joined to a word it is a menu's name; `직원체크 > 배포` is done to the reader's own.
  if (form.shape === 'bare' && ARROW_NEXT.test(text.slice(at, at + 4)) && !startsWord(text, start)) {
    const before = /\p{L}+$/u.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
    if (!OBJECT_NOUNS.has(before)) return null;
  }
  // `이름 입력 및 주소 입력`: two acts; other nouns before 및 are names (`추가 및 저장`).
  if (
    form.shape === 'bare' &&
    form.verb.sense === 'fill' &&
    /^ 및 (?=.{0,30}입력)/u.test(text.slice(at, at + 40))
  )
    return { verb: form.verb, mood: 'then', start, end: at + 2, stem };
  const { mood, length } = shapeOf(form, stem, text.slice(at, at + 32));
  return mood === 'noun' ? null : { verb: form.verb, mood, start, end: at + length, stem };
}

function shapeOf(form: Form, stem: string, after: string): { mood: Mood; length: number } {
  const read = readEnding(form.shape, after);
  // 켜, 들어가: base and infinitive are written alike.
  if (
    read.mood === 'noun' &&
    form.verb.native?.some((shape) => shape.base === shape.inf && shape.base === stem)
  )
    return readEnding('inf', after);
  return read;
}

function startsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!) || /[\ue000-\ue7ef]/u.test(text[at - 1]!);
}
