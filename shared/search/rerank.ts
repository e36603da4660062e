import { editsWithin } from './distance.ts';
import { toKeys } from './keys.ts';
import type { Plan } from './plan.ts';
import type { Titles } from './titles.ts';
import { solid } from './tokens.ts';

/** How much of `possible` a title can earn by being what was typed. */
export const RERANK = {
  equal: 0.55,
  start: 0.4,
  inside: 0.3,
  near: 0.5,
  nearFrom: 0.6,
  within: 0.25,
  most: 40,
};

/**
 * What a title adds to a score, in keystrokes and without spaces: equal, started with, containing or nearly
 * containing the query; or, for a sentence, contained in it.
 */
export function titleBonus(titles: Titles, plan: Plan, documents: readonly number[]): Map<number, number> {
  const asked = toKeys(solid(plan.text));
  const bonus = new Map<number, number>();
  if (asked.length < 2) return bonus;
  for (const [place, document] of documents.entries()) {
    const title = titles.keys(document);
    if (title.length === 0) continue;
    const share = Math.min(1, asked.length / title.length);
    let part = 0;
    const at = title.indexOf(asked);
    if (at === 0) part = title.length === asked.length ? RERANK.equal : RERANK.start + 0.1 * share;
    else if (at > 0) part = RERANK.inside + 0.1 * share;
    else if (title.length > 5 && asked.includes(title))
      part = RERANK.within * (0.4 + 0.6 * Math.min(1, (1.5 * title.length) / asked.length));
    else if (place < RERANK.most && asked.length >= 5 && asked.length <= 90) {
      const most = Math.floor(asked.length * (1 - RERANK.nearFrom));
      const edits = editsWithin(asked, title, most);
      const nearness = 1 - edits / asked.length;
      if (edits <= most)
        part = RERANK.near * ((nearness - RERANK.nearFrom) / (1 - RERANK.nearFrom)) ** 1.5 + 0.05 * share;
    }
    if (part > 0) bonus.set(document, part * plan.possible);
  }
  return bonus;
}
