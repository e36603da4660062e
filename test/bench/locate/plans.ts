/** Which pages are run how, and which families the weights never see. */
import type { Plan } from './inside/trials.ts';
import { type PageFile, pagesOf, RELEASES, releasePairs } from './sources.ts';

export const HELD_OUT = ['gentelella', 'sb-admin'];

export interface Planned {
  family: string;
  plan: Plan;
}

/** `rounds`: how often every page is evolved. The same seed gives the same plans. */
export function plans(rounds: number, seed: number, keep: (family: string) => boolean): Planned[] {
  const list: Planned[] = [];
  let next = seed;
  for (const release of RELEASES) {
    const pages = pagesOf(release);
    if (!keep(release.family)) continue;
    for (const [at, page] of pages.entries()) {
      for (let round = 0; round < rounds; round++) {
        next += 7919;
        const wrong = otherTopic(pages, at, next);
        const foreign = (['de', 'ko'] as const)[next % 5];
        list.push({
          family: release.family,
          plan: {
            old: page.path,
            ...(wrong ? { wrong: wrong.path } : {}),
            seed: next,
            level: 0.25 + 0.75 * ((next % 97) / 96),
            ...(foreign ? { foreign } : {}),
            targets: 20,
          },
        });
      }
    }
  }
  for (const pair of releasePairs()) {
    if (!keep(pair.old.family)) continue;
    next += 7919;
    list.push({
      family: pair.old.family,
      plan: { old: pair.old.path, new: pair.new.path, seed: next, level: (next % 97) / 96, targets: 24 },
    });
  }
  return list;
}

function otherTopic(pages: PageFile[], at: number, seed: number): PageFile | null {
  if (pages.length < 2) return null;
  return pages[(at + 1 + (seed % (pages.length - 1))) % pages.length]!;
}
