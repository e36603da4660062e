import { convertHangulToQwerty, getChoseong } from 'es-hangul';
import { typed } from '../../../shared/search/typing.ts';
import type { Random } from './random.ts';

/** What happens to a title between a head and a search box. All of it seeded, all of it on keystrokes. */
const NEIGHBOURS: Record<string, string> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdz',
  d: 'sefx',
  f: 'drgc',
  g: 'fthv',
  h: 'gyjb',
  j: 'hukn',
  k: 'jilm',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};

/** One slip of a finger: a key too few, twice, swapped with the next, or the neighbour's; composed as an input method would. */
export function typo(text: string, random: Random): string {
  const words = text.split(' ');
  const able = words
    .map((word, i) => (/[가-힣]/.test(word) && !/[a-z]/i.test(word) ? i : -1))
    .filter((i) => i >= 0);
  if (able.length === 0) return text;
  for (let attempt = 0; attempt < 20; attempt++) {
    const i = random.of(able);
    const keys = convertHangulToQwerty(words[i]!);
    const at = random.below(keys.length);
    const key = keys[at]!;
    if (!/[a-z]/i.test(key)) continue;
    const kind = random.below(4);
    let keysTyped = keys;
    if (kind === 0) keysTyped = keys.slice(0, at) + keys.slice(at + 1);
    else if (kind === 1) keysTyped = keys.slice(0, at) + key + keys.slice(at);
    else if (kind === 2 && at + 1 < keys.length)
      keysTyped = keys.slice(0, at) + keys[at + 1] + key + keys.slice(at + 2);
    else keysTyped = keys.slice(0, at) + random.of([...NEIGHBOURS[key.toLowerCase()]!]) + keys.slice(at + 1);
    const changed = typed(keysTyped);
    if (changed !== words[i] && changed !== '') return words.with(i, changed).join(' ');
  }
  return text;
}

const hasFinal = (word: string): boolean => {
  const unit = word.charCodeAt(word.length - 1);
  return unit >= 0xac00 && unit <= 0xd7a3 && (unit - 0xac00) % 28 > 0;
};

/** Particles as people hang them on. */
export function withParticles(title: string, random: Random): string {
  const words = title.split(' ');
  return words
    .map((word, i) => {
      if (!/[가-힣]$/.test(word)) return word;
      const pair =
        i === words.length - 1
          ? random.of([
              ['을', '를'],
              ['이', '가'],
              ['은', '는'],
              ['으로', '로'],
              ['에서', '에서'],
              ['하려면', '하려면'],
              ['인데요', '인데요'],
              ['이란', '란'],
            ])
          : random.of([
              ['을', '를'],
              ['의', '의'],
              ['에', '에'],
              ['은', '는'],
              ['과', '와'],
              ['', ''],
              ['에서', '에서'],
            ]);
      return word + (hasFinal(word) ? pair[0] : pair[1]);
    })
    .join(' ');
}

const FRAMES = [
  '안녕하세요 % 관련 문의드립니다',
  '% 어떻게 해야 하나요?',
  '안녕하세요. %에 대해 알고 싶습니다. 답변 부탁드립니다.',
  '%이 안 되는데 도와주세요',
  '수고하십니다 % 방법 좀 알려주세요',
  '% 하려고 하는데 잘 안됩니다 확인 부탁드립니다',
  '저희 회사에서 %을 하려면 어떻게 하면 되나요',
  '다름이 아니라 % 문제로 문의 남깁니다. 감사합니다',
];
export const asInquiry = (title: string, random: Random): string => random.of(FRAMES).replace('%', title);

export const noSpaces = (title: string): string => title.replace(/\s+/g, '');
export const choseong = (title: string): string => getChoseong(title.replace(/[^가-힣\s]/g, '')).trim();
/** Hangul typed while the keyboard was in English, and the other way. */
export const inEnglish = (title: string): string => convertHangulToQwerty(title);
export const inKorean = (word: string): string => typed(word.toLowerCase());

/** States of the text field, key by key, as a Korean input method shows them. */
export function keystrokes(text: string): string[] {
  const states: string[] = [];
  let done = '';
  for (const word of text.match(/[가-힣]+|[^가-힣]/g) ?? []) {
    if (!/[가-힣]/.test(word)) {
      done += word;
      states.push(done);
      continue;
    }
    const keys = convertHangulToQwerty(word);
    for (let i = 1; i <= keys.length; i++) states.push(done + typed(keys.slice(0, i)));
    done += word;
  }
  return states;
}

/** The text field in the middle of a syllable, between half and all of the title. */
export function unfinished(title: string, random: Random): string | null {
  const states = keystrokes(title);
  const middle = states.filter(
    (state, i) => i >= states.length * 0.5 && i < states.length - 1 && !title.startsWith(state),
  );
  return middle.length > 0 ? random.of(middle) : null;
}
