import { editsWithin } from './distance.ts';
import { toKeys } from './keys.ts';
import type { Plan } from './plan.ts';
import type { GramSet, Titles } from './titles.ts';
import { solid } from './tokens.ts';
import * as TUNING from './tuning.ts';

/**
 * What a title adds to a score. By its words: how much of the query it covers and how much of it the query covers,
 * so that neither a general title nor a long one wins by accident. By its keystrokes, spaces left out: equal,
 * started with, containing or nearly containing the query.
 */
export function titleBonus(titles: Titles, plan: Plan, documents: readonly number[]): Map<number, number> {
  const asked = toKeys(solid(plan.text));
  const words = titles.gramsOf(plan.readings);
  // A like word is nearly as good as the word itself, but does not make the query longer.
  const like = plan.clauses.flatMap(({ alternatives }) =>
    alternatives.filter(({ why }) => why === '비슷한 말'),
  );
  for (const [pair, weight] of titles.gramsOf(like.map(({ text }) => text)).weights)
    if (!words.weights.has(pair)) words.weights.set(pair, weight * TUNING.like);
  const bonus = new Map<number, number>();
  if (asked.length < 2) return bonus;
  for (const document of documents) {
    const title = titles.keys(document);
    if (title.length === 0) continue;
    const alike = TUNING.alike * likeness(words, titles.grams(document)) ** TUNING.alikePower;
    // Keystrokes answer for words that no index knows, so they are paid by what was asked.
    const earned = alike * plan.possible + byKeys(asked, title) * plan.asked;
    if (earned > 0) bonus.set(document, earned);
  }
  return bonus;
}

function likeness(words: GramSet, title: GramSet): number {
  let shared = 0;
  for (const [pair, weight] of words.weights) if (title.weights.has(pair)) shared += weight;
  return shared === 0 ? 0 : (2 * Math.min(shared, words.total)) / (words.total + title.total);
}

function byKeys(asked: string, title: string): number {
  const at = title.indexOf(asked);
  const share = Math.min(1, asked.length / title.length);
  if (at === 0)
    return TUNING.near + (title.length === asked.length ? TUNING.equal : TUNING.start * (0.6 + 0.4 * share));
  if (at > 0) return TUNING.near + TUNING.inside * share;
  if (asked.length < 5 || asked.length > 90) return 0;
  const most = Math.floor(asked.length * (1 - TUNING.nearFrom));
  const edits = editsWithin(asked, title, most);
  if (edits > most) return 0;
  const nearness = 1 - edits / asked.length;
  return TUNING.near * ((nearness - TUNING.nearFrom) / (1 - TUNING.nearFrom)) ** 1.5 * (0.8 + 0.2 * share);
}
