import type { PathRules } from '../text/path.ts';
import { type Found, findVerbs } from './find-verbs.ts';
import { stripParticle } from './particles.ts';
import { ownThing } from './path-acts.ts';
import { FILLERS, POSITION_WORDS, TYPE_WORDS } from './words.ts';

/** `관리자 페이지` is a name; the other type words end one. */
const TYPES: ReadonlySet<string> = new Set(TYPE_WORDS.filter((word) => word !== '페이지'));
const MENU_END = new Set(['메뉴', '탭', '버튼', '화면', '항목', '아이콘', '링크', '경로']);

/** A particle that stands apart (`계정 설정 으로`), as machine translation writes it. */
const ALONE = /^(?:으로|로|을|를|에서|에|의)$/u;

export const PATH_RULES: PathRules = {
  acts: (words) => findVerbs(words).some(breaks),
  headStart(words) {
    const verbs = findVerbs(words).filter(breaks);
    let start = verbs.at(-1)?.end ?? 0;
    for (const hit of words.slice(start).matchAll(/\S+\s+/gu)) {
      const word = hit[0].trim();
      const bare = word.replace(/[,.:：]$/u, '');
      const closes =
        bare !== word ||
        /(?:려면|으면|하면|경우|후|뒤)$/u.test(bare) ||
        stripParticle(bare, false).particle !== 'none';
      if (closes || ((POSITION_WORDS.has(bare) || FILLERS.has(bare)) && isFront(words, start, hit.index)))
        start =
          start + 0 === 0
            ? hit.index + hit[0].length
            : Math.max(start, (verbs.at(-1)?.end ?? 0) + hit.index + hit[0].length);
    }
    while (start < words.length && /[^\p{L}\p{N}\ue000-\ue7ef+(]/u.test(words[start]!)) start++;
    return start;
  },
  tailEnd(words) {
    if (ownThing(words)) return 0;
    let end = 0;
    const verbs = new Set(
      findVerbs(words)
        .filter(breaks)
        .map((found) => found.start),
    );
    for (const hit of words.matchAll(/\S+/gu)) {
      const word = hit[0];
      const stop = word.search(/[,.:：;。]$/u);
      const bare = stop < 0 ? word : word.slice(0, stop);
      if (end > 0 && (TYPES.has(bare) || POSITION_WORDS.has(bare) || MENU_END.has(bare))) return end;
      const { stem, particle } = stripParticle(bare, false);
      if (end > 0 && (MENU_END.has(stem) || ALONE.test(bare))) return end;
      if (end > 0 && (POSITION_WORDS.has(stem) || verbs.has(hit.index))) return end;
      end = hit.index + stem.length;
      if (particle !== 'none' || stop >= 0) return end;
    }
    return end;
  },
};

function isFront(words: string, start: number, at: number): boolean {
  return words.slice(start, start + at).trim() === '' || start > 0;
}

/** Menu names end in 설정, 차단, 추가 …; only words for an act of the hand end a name. */
const HAND: ReadonlySet<string> = new Set(['press', 'choose', 'fill', 'check', 'uncheck', 'enter-site']);

function breaks(found: Found): boolean {
  return found.mood !== 'attr' && found.mood !== 'not' && (HAND.has(found.verb.sense) || found.mood !== 'do');
}
