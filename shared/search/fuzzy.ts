import Fuse from 'fuse.js';

/** Longer patterns are slow in Bitap, and there our own distance is as good. */
const LONGEST = 32;

/**
 * Fuse.js as a second opinion on a short list of titles, all in keystrokes: nearness of each, 0 to 1. It forgives
 * slips that are spread over several words better than one edit distance does.
 */
export function secondOpinion(asked: string, titles: readonly string[]): number[] {
  const nearness = titles.map(() => 0);
  if (asked.length > LONGEST) return nearness;
  const fuse = new Fuse(titles, {
    includeScore: true,
    ignoreLocation: true,
    threshold: 0.5,
    shouldSort: false,
  });
  for (const { refIndex, score } of fuse.search(asked)) nearness[refIndex] = 1 - (score ?? 1);
  return nearness;
}
