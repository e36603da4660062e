/** Linear scores, a "none" with a score of its own, softmax over both, and the curve that makes it a confidence. */
import { FEATURES } from './features.ts';
import type { Scene } from './scene.ts';
import { WEIGHTS } from './weights.ts';

export interface Verdict {
  /** Chance of each contender, in their order. */
  chances: number[];
  none: number;
}

const numbers = (text: string, unit: number): Float64Array =>
  Float64Array.from(text.split(' '), (one) => Number(one) / unit);
const modelOf = ({ on, none }: { on: string; none: string }) => ({
  on: numbers(on, 10),
  none: numbers(none, 10),
});
const MODELS = { same: modelOf(WEIGHTS.same), foreign: modelOf(WEIGHTS.foreign) };
/** x, y, x, y … */
const CURVE = numbers(WEIGHTS.curve, 1000);

export function weigh(scene: Scene, foreign: boolean): Verdict {
  const model = foreign ? MODELS.foreign : MODELS.same;
  const scores = scene.contenders.map((one) => dot(model.on, one.on));
  const none = dot(model.none, scene.none);
  const top = Math.max(none, ...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const nothing = Math.exp(none - top);
  const sum = powers.reduce((total, one) => total + one, nothing);
  return { chances: powers.map((one) => one / sum), none: nothing / sum };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Chance -> confidence: straight lines between measured points. */
export function calibrated(chance: number): number {
  let [x0, y0] = [0, 0];
  for (let at = 0; at < CURVE.length; at += 2) {
    const [x, y] = [CURVE[at]!, CURVE[at + 1]!];
    if (chance <= x) return x === x0 ? y : y0 + ((y - y0) * (chance - x0)) / (x - x0);
    [x0, y0] = [x, y];
  }
  return y0;
}

/** The share that every feature has in a score, for explanations. */
export function shares(on: Float64Array, foreign: boolean): { feature: string; points: number }[] {
  const model = foreign ? MODELS.foreign : MODELS.same;
  return FEATURES.map((feature, at) => ({ feature, points: model.on[at]! * on[at]! }))
    .filter((share) => Math.abs(share.points) > 0.05)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
