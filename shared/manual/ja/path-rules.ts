import type { PathRules } from '../text/path.ts';
import { findVerbs } from './find-verbs.ts';

const HAND: ReadonlySet<string> = new Set(['press', 'choose', 'fill', 'enter-site']);

export const PATH_RULES: PathRules = {
  acts: (words) => findVerbs(words).some((found) => HAND.has(found.verb.sense)),
  headStart(words) {
    // The picture of three lines before the first menu.
    if (/(?:^|[、\s])メニュー ?アイコン\s*$/u.test(words)) return words.length;
    // `操作欄をクリック > 「…」`: the arrow leads from act to act.
    const last = findVerbs(words).at(-1);
    if (last && HAND.has(last.verb.sense) && last.end >= words.trimEnd().length) return words.length;
    let start = 0;
    for (const hit of words.matchAll(/[、。:：\s]|(?<=[^\s])(?:の|から|で|は|に|が)(?=[^\s>])/gu))
      start = hit.index + hit[0].length;
    while (start < words.length && /[^\p{L}\p{N}\ue000-\ue7ef+(]/u.test(words[start]!)) start++;
    return start;
  },
  kind: /(?<=\S) ?(?:メニュー|タブ|ボタン|アイコン|リンク|画面|ページ)$/u,
  tailEnd(words) {
    const hit = /[をにへで、。\s(（]|から|の(?=画面|メニュー)|メニュー(?=[をにへで])/u.exec(words.slice(1));
    return hit ? hit.index + 1 : words.length;
  },
};
