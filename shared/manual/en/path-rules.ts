import type { PathRules } from '../text/path.ts';
import { findVerbs } from './find-verbs.ts';
import { STOPS } from './words.ts';

export const PATH_RULES: PathRules = {
  acts: (words) => findVerbs(words).length > 0 && !/^\p{Lu}/u.test(words),
  headStart(words) {
    let start = findVerbs(words).at(-1)?.end ?? 0;
    for (const hit of words.matchAll(/[,:;.]\s+|\b(?:to|the|from|in|on|at|select|click)\s+/gu))
      start = Math.max(start, hit.index + hit[0].length);
    while (start < words.length && /[\s🧭]/u.test(words[start]!)) start++;
    return start;
  },
  kind: /(?<=\S) (?:menu item|menu|tab|page|button|icon|section|screen|panel|link|option)$/u,
  tailEnd(words) {
    // A sentence of its own behind an arrow (`NEXT --> This part lets you …`).
    if (/^\s*(?:this|that|these|you|it|we|here)\b/iu.test(words)) return 0;
    let end = 0;
    const verbs = new Set(findVerbs(words).map((found) => found.start));
    for (const hit of words.matchAll(/\S+/gu)) {
      const clean = hit[0].replace(/[,.;:]+$/u, '');
      // `Settings (in the Mail group)`: a remark behind the name.
      if (end > 0 && /^\((?:in|on|under|at|see|for|if|or|optional)\b/iu.test(clean)) return end;
      if (end > 0 && (STOPS.has(clean) || verbs.has(hit.index)) && !/^\p{Lu}/u.test(clean) && clean !== '&')
        return end;
      end = hit.index + clean.length;
      if (clean !== hit[0]) return end;
    }
    return end;
  },
};
