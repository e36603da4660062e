/** What a model answers on trials: the numbers that the product is judged by. */
import { chances, type Model } from './learn.ts';
import type { Labelled } from './samples.ts';

export interface Score {
  right: number;
  wrong: number;
  none: number;
  there: number;
  gone: number;
  ablated: number;
  wrongPage: number;
  goneCount: number;
  ablatedCount: number;
  wrongPageCount: number;
}

export interface Answer {
  sample: Labelled;
  /** Chance of the best contender; 0 when there is none. */
  chance: number;
  right: boolean;
}

export function answers(samples: Labelled[], model: (sample: Labelled) => Model): Answer[] {
  return samples.map((sample) => {
    const p = chances(sample, model(sample));
    let best = -1;
    for (const [at, chance] of p.chances.entries()) if (best < 0 || chance > p.chances[best]!) best = at;
    return { sample, chance: best < 0 ? 0 : p.chances[best]!, right: best >= 0 && best === sample.truth };
  });
}

export function score(given: Answer[], tau: number): Score {
  const share = (kind: string, test: (one: Answer) => boolean): number => {
    const all = given.filter((one) => one.sample.kind === kind);
    return all.length === 0 ? 0 : (100 * all.filter(test).length) / all.length;
  };
  const count = (kind: string): number => given.filter((one) => one.sample.kind === kind).length;
  const said = (one: Answer): boolean => one.chance >= tau;
  return {
    there: given.filter((one) => one.sample.kind === 'there').length,
    right: share('there', (one) => said(one) && one.right),
    wrong: share('there', (one) => said(one) && !one.right),
    none: share('there', (one) => !said(one)),
    gone: share('gone', said),
    ablated: share('ablated', said),
    wrongPage: share('wrong-page', said),
    goneCount: count('gone'),
    ablatedCount: count('ablated'),
    wrongPageCount: count('wrong-page'),
  };
}

export function show(name: string, s: Score): string {
  const f = (n: number): string => n.toFixed(1).padStart(6);
  const n = [s.goneCount, s.ablatedCount, s.wrongPageCount].join('/');
  return `${name.padEnd(26)} n=${String(s.there).padStart(5)} right${f(s.right)} wrong${f(s.wrong)} none${f(s.none)} | gone${f(s.gone)} ablated${f(s.ablated)} wrong page${f(s.wrongPage)} (${n})`;
}

/**
 * The lowest threshold that lets through no more than the product may say, on families that were left out in turn.
 * Every family counts the same, however many pages it has. In another language words cannot say that something is
 * gone, only identifiers of neighbours can: there wrong answers are held below 1 %, and what is gone or deleted is
 * answered more often.
 */
export function bestTau(given: Answer[], foreign: boolean): number {
  const families = [...Map.groupBy(given, (one) => one.sample.family).values()];
  for (let tau = 0.1; tau <= 0.9; tau += 0.02) {
    const scores = families.map((some) => score(some, tau));
    const mean = (what: keyof Score): number =>
      scores.reduce((sum, one) => sum + one[what], 0) / scores.length;
    const fits = foreign
      ? mean('wrong') <= 0.9 && mean('gone') <= 11.5 && mean('ablated') <= 15
      : mean('wrong') <= 0.3 && mean('gone') <= 2 && mean('wrongPage') <= 0.8 && mean('ablated') <= 6;
    if (fits) return Math.round(tau * 100) / 100;
  }
  return 0.9;
}

/** How many times as often answers were wrong as their chances said. */
export function doubtOf(given: Answer[], tau: (one: Answer) => number): number {
  const said = given.filter((one) => one.chance >= tau(one));
  const feared = said.reduce((sum, one) => sum + 1 - one.chance, 0);
  return Math.round((10 * said.filter((one) => !one.right).length) / feared) / 10;
}
