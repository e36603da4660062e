import { SPAN_CHAR, SPAN_CHARS, type Span, spanOf } from '../text/span.ts';
import { type Particle, stripParticle } from './particles.ts';
import { FILLERS, POSITION_WORDS, TYPE_WORDS } from './words.ts';

/** A noun group with the particle that closes it. */
export interface Phrase {
  /** The marked labels in it, in order; more than one where the author listed them. */
  spans: Span[];
  /** The unmarked words of its head, without fillers, place and type words. Empty where only those were left. */
  words: string;
  /** Everything as written, for tests of what kind of noun it is. */
  raw: string;
  /** The word that joins it to the next one: 및, 또는. */
  joint?: string;
  /** The type word, where there was one: 버튼, 탭. */
  type: string | null;
  particle: Particle;
}

const TYPES = [...TYPE_WORDS].sort((a, b) => b.length - a.length);
const NEXT_TO = /^(?:옆|우측|좌측|오른쪽|왼쪽|아래|위|하단|상단|밑|앞|뒤)(?:의|에|에서|에 있는|쪽의|쪽)?$/u;

/** The noun groups of what stands before a verb, left to right. */
export function readPhrases(text: string, spans: readonly Span[]): Phrase[] {
  const out: Phrase[] = [];
  let words: string[] = [];
  const close = (particle: Particle) => {
    if (words.length) out.push(phrase(words, particle, spans));
    words = [];
  };
  for (const word of tokens(text)) {
    if (word === ',' || word === '·') {
      close('with');
      continue;
    }
    // A particle without a word: the link or picture before it was lost.
    if (words.length === 0 && /^(?:으로|로)$/u.test(word)) {
      words.push('');
      close('to');
      continue;
    }
    if (words.length > 0 && !SPAN_CHAR.test(words.at(-1)!) && /^(?:으로|로|을|를|에서|에)$/u.test(word)) {
      close(stripParticle(`가${word}`, true).particle);
      continue;
    }
    const marked = SPAN_CHAR.test(word);
    // `X 옆의 체크박스`: what stands before is the place, and often the only name there is.
    if (!marked && words.length > 0 && NEXT_TO.test(word)) {
      close('next-to');
      continue;
    }
    if (
      !marked &&
      (word === '또는' ||
        word === '혹은' ||
        word === '및' ||
        word === '이나' ||
        word === '그리고' ||
        word === 'or')
    ) {
      close('with');
      if (out.length) out.at(-1)!.joint = word;
      continue;
    }
    // `안내에 따라`, `사용자에 대한`: neither a field nor a place.
    if (
      out.at(-1)?.particle === 'at' &&
      words.length === 0 &&
      /^(?:따라|따라서|맞게|맞춰|대한|대해|관한)$/u.test(word)
    ) {
      out.pop();
      continue;
    }
    if (word === '통해' || word === '통한' || word === '통하여' || word === '이용해' || word === '이용하여') {
      const last = out.at(-1);
      if (last?.particle === 'object' && words.length === 0) last.particle = 'through';
      continue;
    }
    const tail = marked ? word.slice(lastSpan(word) + 1) : word;
    const afterMark = marked || (words.length > 0 && SPAN_CHAR.test(words.at(-1)!));
    const { stem, particle } = stripParticle(tail, afterMark);
    const body = (marked ? word.slice(0, lastSpan(word) + 1) : '') + stem;
    if (body) words.push(body);
    if (particle !== 'none') close(particle);
  }
  close('none');
  return out;
}

function tokens(text: string): string[] {
  // `톱니바퀴 모양의 아이콘`: the picture is its name.
  const named = !text.includes('모양')
    ? text
    : text.replace(/(?<=\S) ?모양의?(?= (?:아이콘|버튼|그림))/gu, '');
  return named.replace(/[,，]/gu, ' , ').split(/\s+/u).filter(Boolean);
}

const PICTURE = /^(?:\p{Extended_Pictographic}|\ufe0f|\s)+$/u;

function lastSpan(word: string): number {
  for (let i = word.length - 1; i >= 0; i--) if (SPAN_CHAR.test(word[i]!)) return i;
  return -1;
}

function phrase(words: readonly string[], particle: Particle, spans: readonly Span[]): Phrase {
  const raw = words.join(' ');
  const found = (raw.match(SPAN_CHARS) ?? []).map((char) => spanOf(char, spans)!);
  const { rest, type } = dropTypes(
    dropBack(dropFront(found.length ? tailOf(words) : words, nextAt(words, particle))).join(' '),
  );
  // `설정 [⚙️]`: a picture in brackets; the word before it is its name.
  if (found.length === 1 && words.length > 1 && PICTURE.test(found[0]!.path.join(''))) {
    const name = dropFront(words.slice(0, -1)).join(' ');
    if (name && !SPAN_CHAR.test(name))
      return { spans: [{ ...found[0]!, path: [name] }], words: '', raw, type: type ?? '아이콘', particle };
  }
  return { spans: found, words: rest, raw, type, particle };
}

/** The words after the last label of a group: its type, or a noun that the label belongs to. */
function tailOf(words: readonly string[]): string[] {
  const joined = words.join(' ');
  return joined
    .slice(lastSpan(joined) + 1)
    .split(' ')
    .filter(Boolean);
}

/** `다음을 클릭`, `다음 버튼을 누릅니다`: at the end 다음 and 계속 are buttons; before a name they are fillers. */
function nextAt(words: readonly string[], particle: Particle): number {
  let end = words.length;
  while (end > 1 && /^(?:버튼|단추|링크)$/u.test(words[end - 1]!)) end--;
  const button = /^(?:다음|계속|모두)$/u.test(words[end - 1] ?? '') && words[end - 2] !== '그런';
  const named = words[end - 1] !== '모두' || end < words.length;
  return button && named && (particle === 'object' || particle === 'none') ? end - 1 : words.length;
}

function dropFront(words: readonly string[], stop = words.length): string[] {
  let at = 0;
  while (
    at < Math.min(words.length, stop) &&
    (FILLERS.has(words[at]!) || (POSITION_WORDS.has(words[at]!) && at < words.length - 1 && !isMy(words, at)))
  )
    at++;
  return words.slice(at);
}

/** `우측 상단 내 정보`: before a name 내 is "my"; only after a kind of place (`화면 내`) does it mean inside. */
export function isMy(words: readonly string[], at: number): boolean {
  return words[at] === '내' && !/(?:화면|페이지|메뉴|탭|창|영역|설정|목록)$/u.test(words[at - 1] ?? '');
}

/** `프로필 우측 상단`: the place on the screen after a name is no part of it. */
function dropBack(words: readonly string[]): string[] {
  let end = words.length;
  while (end > 1 && POSITION_WORDS.has(words[end - 1]!)) end--;
  return end === 1 && POSITION_WORDS.has(words[0]!) ? [] : words.slice(0, end);
}

function dropTypes(text: string): { rest: string; type: string | null } {
  let rest = text.trim();
  let type: string | null = null;
  for (;;) {
    const hit = TYPES.find((word) => rest.endsWith(word) && (rest === word || rest.length > word.length + 0));
    // `메뉴 아이콘`: one kind names the other.
    if (hit && rest === hit && type !== null) return { rest, type };
    if (!hit || (hit.length === 1 && rest !== hit && rest.at(-2) !== ' ')) return { rest, type };
    type ??= hit;
    rest = rest.slice(0, -hit.length).trim();
  }
}
