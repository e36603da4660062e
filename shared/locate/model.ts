/** Linear scores, a "none" with a score of its own, softmax over both, and what makes it a confidence. */
import { FEATURES } from './features.ts';
import type { Scene } from './scene.ts';
import { WEIGHTS } from './weights.ts';

const numbers = (text: string): number[] => text.split(' ').map(Number);
/** Weights in tenths: [of FEATURES, of "none"], for the same and for another language. */
const MODELS = [WEIGHTS.same, WEIGHTS.foreign].map((one) => [numbers(one.on), numbers(one.none)] as const);

const dot = (weights: number[], values: Float64Array): number =>
  values.reduce((sum, value, at) => sum + (weights[at]! * value) / 10, 0);

/** Chance of each contender, in their order, and last of none. */
export function weigh({ contenders, none }: Scene, foreign: boolean): number[] {
  const [on, off] = MODELS[+foreign]!;
  const scores = [...contenders.map((one) => dot(on, one.on)), dot(off, none)];
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const sum = powers.reduce((total, one) => total + one);
  return powers.map((one) => one / sum);
}

/** Chance -> confidence: answers to consoles that nothing was fitted on are wrong `doubt` times as often as it says. */
export function calibrated(chance: number): number {
  return Math.max(0, 1 - WEIGHTS.doubt * (1 - chance));
}

/** What speaks for and against, strongest first, as names of features. */
export function reasons(on: Float64Array, foreign: boolean): { for: string[]; against: string[] } {
  const parts = FEATURES.map((feature, at) => ({ feature, points: MODELS[+foreign]![0][at]! * on[at]! }))
    .filter(({ points }) => Math.abs(points) > 0.5)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
  const names = (sign: number): string[] =>
    parts.filter(({ points }) => points * sign > 0).map(({ feature }) => feature);
  return { for: names(1), against: names(-1) };
}
