/** For the fit: every trial as measures, sparse, with the place of the truth among the contenders. */
import { captureFrom, type Fingerprint } from '../../../../shared/locate/fingerprint.ts';
import { settingOf } from '../../../../shared/locate/locate.ts';
import { stage } from '../../../../shared/locate/scene.ts';
import { type Survey, survey } from '../../../../shared/locate/survey.ts';
import { type Plan, run, type Trial } from './trials.ts';
import { isRight } from './truth.ts';

export interface Sample {
  kind: Trial<unknown>['kind'];
  foreign: boolean;
  changed: string;
  target: string;
  /** One row per contender: feature number, value, feature number, value … */
  on: number[][];
  none: number[];
  /** Place of the right one, -1 for none, -2 when the shortlist has lost it. */
  truth: number;
}

export async function dump(plan: Plan): Promise<Sample[]> {
  const samples: Sample[] = [];
  let page: Survey | null = null;
  await run<Fingerprint>(plan, {
    fresh: (document) => {
      page = survey(document);
    },
    capture: (element) => captureFrom(page!, element),
    visit: (trial) => {
      if (trial.kind === 'unchanged') return;
      const setting = settingOf(trial.kept, page!, {});
      const scene = stage(trial.kept, page!, setting);
      const truth = trial.truth
        ? scene.contenders.findIndex((one) => isRight(one.entry.element, trial.truth!))
        : -1;
      const lost = trial.truth !== null && truth < 0;
      samples.push({
        kind: trial.kind,
        foreign: setting.foreign,
        changed: trial.changed,
        target: `${trial.kept.kind}:${trial.kept.name.slice(0, 30)}`,
        on: scene.contenders.map((one) => sparse(one.on)),
        none: Array.from(scene.none),
        truth: lost ? -2 : truth,
      });
    },
  });
  return samples;
}

function sparse(on: Float64Array): number[] {
  const row: number[] = [];
  for (const [at, value] of on.entries()) if (value !== 0) row.push(at, Math.round(value * 1000) / 1000);
  return row;
}

Object.assign(globalThis, { dump });
