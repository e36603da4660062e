import type { PathRules } from '../text/path.ts';
import { type Found, findVerbs } from './find-verbs.ts';
import { stripParticle } from './particles.ts';
import { ownThing } from './path-acts.ts';
import { isMy } from './phrases.ts';
import { FILLERS, POSITION_WORDS } from './words.ts';

/** Words that end a menu name. Names end in 목록, 값, 기능 … themselves, and `관리자 페이지` is a name. */
const ENDS = new Set([
  '메뉴',
  '탭',
  '버튼',
  '화면',
  '항목',
  '아이콘',
  '링크',
  '경로',
  '창',
  '팝업',
  '팝업창',
  '체크박스',
  '페이지',
]);
/** `웹메일 우측 상단 톱니바퀴`: the menu is what stands at that side. */
const SIDE = /^(?:[우좌]측|[우좌]?[상하]단|[우좌]측[상하]단|왼쪽|오른쪽|최[상하]단|옆)$/u;
const OWN_PAGE = /(?:관리자|관리|마이|메인|홈|내)$/u;

/** A particle that stands apart (`계정 설정 으로`), as machine translation writes it. */
const ALONE = /^(?:으로|로|을|를|에서|에|의)$/u;

const NAME_GOES_ON = /^ [^\s,.\ue000-\ue7ef]+(?: [^\s,.\ue000-\ue7ef]+)?[을를] ?(?:클릭|누르|눌러|선택|탭)/u;
const LISTED_NAME =
  /^(?:[^\s,.\ue000-\ue7ef]{1,10}, ){1,4}[^\s,.\ue000-\ue7ef]{1,10}(?: (?:항목|메뉴|설정|탭)(?:으로|로|을|를)|으로|로)(?= )/u;

export const PATH_RULES: PathRules = {
  acts: (words) => findVerbs(words).some(breaks),
  headStart(words) {
    const verbs = findVerbs(words).filter(breaks);
    const from = verbs.at(-1)?.end ?? 0;
    let start = from;
    let before = '';
    for (const hit of words.slice(from).matchAll(/\S+\s+/gu)) {
      const word = hit[0].trim();
      const bare = word.replace(/[,.:：]$/u, '');
      const closes =
        bare !== word ||
        /(?:려면|으면|하면|경우|후|뒤)$/u.test(bare) ||
        stripParticle(bare, false).particle !== 'none';
      const front =
        (POSITION_WORDS.has(bare) && !isMy([before, bare], 1)) ||
        FILLERS.has(bare) ||
        // The word for the picture of three lines, before the first menu: `메뉴 앱 > …`.
        (bare === '메뉴' && !/^(?:관리|설정|편집|구성)/u.test(words.slice(from + hit.index + hit[0].length)));
      const first = start > 0 || words.slice(0, hit.index).trim() === '';
      if (closes || SIDE.test(bare) || (front && first)) start = from + hit.index + hit[0].length;
      before = bare;
    }
    // `관리자 페이지 접속 (admin.example.com) > …`: the address is no menu.
    if (/^\s*\([^()]*\)\s*$/u.test(words.slice(start))) return words.length;
    while (start < words.length && /[^\p{L}\p{N}\ue000-\ue7ef+(]/u.test(words[start]!)) start++;
    return start;
  },
  kind: /(?<=\S) ?(?:메뉴|탭|버튼|아이콘|링크)$/u,
  tailEnd(words, middle) {
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
      const { stem, particle } = stripParticle(bare, false);
      const kind = ENDS.has(stem) && !(stem === '페이지' && OWN_PAGE.test(words.slice(0, end)));
      if (end > 0 && !middle && (kind || POSITION_WORDS.has(bare))) return end;
      if (end > 0 && ALONE.test(bare)) return end;
      if (end > 0 && (POSITION_WORDS.has(stem) || verbs.has(hit.index))) return end;
      end = hit.index + stem.length;
      // `> 스팸, 피싱, 멀웨어 항목으로`: a list of bare nouns up to the kind is one name.
      if (stop >= 0 && bare === stem && LISTED_NAME.test(words.slice(hit.index))) continue;
      // `> 이메일 리스트로 그룹 만들기를 클릭`: what is clicked comes later; the particle is inside its name.
      const after = words.slice(hit.index + word.length);
      if (particle === 'to' && NAME_GOES_ON.test(after)) continue;
      if (particle !== 'none' || stop >= 0) return end;
    }
    return end;
  },
};

/** Menu names end in 설정, 차단, 추가 …; only words for an act of the hand end a name. */
const HAND: ReadonlySet<string> = new Set(['press', 'choose', 'fill', 'check', 'uncheck', 'enter-site']);

function breaks(found: Found): boolean {
  return found.mood !== 'attr' && found.mood !== 'not' && (HAND.has(found.verb.sense) || found.mood !== 'do');
}
