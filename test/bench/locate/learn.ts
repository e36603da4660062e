/** Multinomial logistic regression over contenders and "none", with signs that may not flip and a prior. */
import { FEATURES, NONE_FEATURES } from '../../../shared/locate/features.ts';
import type { Labelled } from './samples.ts';

export interface Model {
  on: Float64Array;
  none: Float64Array;
}

/**
 * Weights that were fitted on real consoles (facts of the project, 862 hand-checked targets). Templates are not
 * consoles: where these have nothing to say, the measured sizes stay.
 */
const PRIOR: Record<string, number> = {
  nameEq: 3.9,
  nameSim: 2,
  nameClash: -1.5,
  nameOnly: 1.5,
  labelEq: 2.4,
  labelSim: 1.2,
  beforeEq: 1.5,
  beforeSim: 0.7,
  hintEq: 1,
  idEq: 2.9,
  idSim: 1,
  idClash: -1.7,
  attrEq: 2.9,
  attrSim: 1,
  attrClash: -3.1,
  hrefEq: 3.7,
  hrefSim: 1.5,
  hrefClash: -3.2,
  optionsEq: 2.3,
  optionsSim: 2,
  optionsClash: -1.5,
  choiceEq: 1,
  choiceClash: -2,
  makeEq: 0.7,
  makeSim: 0.4,
  iconEq: 1.5,
  iconClash: -1.5,
  headsEq: 1,
  headsSim: 0.5,
  order: 2.2,
  slotEq: 0.7,
  nthEq: 2.1,
  nthClash: -1,
  prevEq: 0.8,
  nextEq: 0.8,
  nearShare: 1,
  byEq: 1.5,
  byClash: -0.3,
  isNeighbour: -2,
  // Words that a dictionary ties together are the best there is across languages; made-up translations have none, and
  // have nothing to say about them: it stays as it is.
  tied: 3,
  pathEq: 0.5,
  pathSim: 0.5,
  rankEq: 0.7,
  rankSim: 0.3,
  rankNear: 1,
  rowEq: 2,
  kindClash: -2.5,
};

const priorOf = (name: string): number => PRIOR[name] ?? 0;
/** Agreement may not speak against, nor contradiction for. */
const signOf = (name: string): number => (/Clash|isNeighbour|rowGone/.test(name) ? -1 : 1);

/** Weights of the kinds of trials, from how often each happens and how bad a wrong answer is. */
const WORTH: Record<string, number> = { there: 1, gone: 1.5, ablated: 0.6, 'wrong-page': 0.6 };
/** Real releases: 43 % nothing, 39 % identifiers, 6 % words, 12 % both. */
export const REAL: Record<string, number> = { none: 0.43, id: 0.39, text: 0.06, both: 0.12 };

export function worths(samples: Labelled[]): number[] {
  const there = samples.filter((one) => one.kind === 'there');
  const share = (changed: string): number =>
    Math.max(0.02, there.filter((one) => one.changed === changed).length / Math.max(1, there.length));
  // Half-way to the real mix: hard trials are what there is to learn from.
  const by = Object.fromEntries(
    Object.keys(REAL).map((changed) => [changed, Math.sqrt(REAL[changed]! / share(changed))]),
  );
  return samples.map(
    (one) => (WORTH[one.kind] ?? 1) * (one.kind === 'there' && !one.foreign ? (by[one.changed] ?? 1) : 1),
  );
}

export function learn(samples: Labelled[], rounds = 60, pull = 0.0015): Model {
  const on = Float64Array.from(FEATURES, priorOf);
  const none = new Float64Array(NONE_FEATURES);
  none[0] = 6;
  const signs = FEATURES.map(signOf);
  const prior = on.slice();
  const noneStart = none.slice();
  const usable = samples.map((sample, at) => ({ sample, at })).filter(({ sample }) => sample.truth !== -2);
  const worth = worths(samples);
  const size = on.length + none.length;
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  let step = 0;
  const order = usable.map((_, at) => at);
  for (let round = 0; round < rounds; round++) {
    const rate = 0.06 * (1 - round / rounds) + 0.002;
    shuffle(order, round + 1);
    for (let from = 0; from < order.length; from += 64) {
      const slope = new Float64Array(size);
      let total = 0;
      for (const at of order.slice(from, from + 64)) {
        const { sample, at: place } = usable[at]!;
        total += worth[place]!;
        gradient(sample, { on, none }, worth[place]!, slope);
      }
      step++;
      for (let i = 0; i < size; i++) {
        const isOn = i < on.length;
        const k = isOn ? i : i - on.length;
        if (isOn && FEATURES[k] === 'tied') continue;
        const weight = isOn ? on[k]! : none[k]!;
        const towards = isOn ? prior[k]! : noneStart[k]!;
        const g = slope[i]! / total + pull * (weight - towards);
        m[i] = 0.9 * m[i]! + 0.1 * g;
        v[i] = 0.999 * v[i]! + 0.001 * g * g;
        const next =
          weight - (rate * (m[i]! / (1 - 0.9 ** step))) / (Math.sqrt(v[i]! / (1 - 0.999 ** step)) + 1e-8);
        if (isOn) on[k] = signs[k]! > 0 ? Math.max(0, next) : signs[k]! < 0 ? Math.min(0, next) : next;
        else none[k] = next;
      }
    }
  }
  return { on, none };
}

export function chances(sample: Labelled, model: Model): { chances: number[]; none: number } {
  const scores = sample.on.map((row) => sparseDot(row, model.on));
  let none = 0;
  for (const [i, value] of sample.none.entries()) none += model.none[i]! * value;
  const top = Math.max(none, ...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const nothing = Math.exp(none - top);
  const sum = powers.reduce((a, b) => a + b, nothing);
  return { chances: powers.map((one) => one / sum), none: nothing / sum };
}

function gradient(sample: Labelled, model: Model, worth: number, slope: Float64Array): void {
  const p = chances(sample, model);
  for (const [i, row] of sample.on.entries()) {
    const error = worth * (p.chances[i]! - (i === sample.truth ? 1 : 0));
    if (Math.abs(error) < 1e-6) continue;
    for (let k = 0; k < row.length; k += 2) slope[row[k]!]! += error * row[k + 1]!;
  }
  const error = worth * (p.none - (sample.truth < 0 ? 1 : 0));
  for (const [i, value] of sample.none.entries()) slope[model.on.length + i]! += error * value;
}

function sparseDot(row: number[], weights: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < row.length; k += 2) sum += weights[row[k]!]! * row[k + 1]!;
  return sum;
}

function shuffle(list: number[], seed: number): void {
  let state = seed * 2654435761;
  for (let i = list.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
