/** For the bench: every locator on every trial, with time and, for ours, the confidence. */
import { captureFrom, type Fingerprint } from '../../../../shared/locate/fingerprint.ts';
import { decide } from '../../../../shared/locate/locate.ts';
import { type Survey, survey } from '../../../../shared/locate/survey.ts';
import { type Rival, rivals } from './rivals/selectors.ts';
import { similo } from './rivals/similo.ts';
import { type Plan, run } from './trials.ts';
import { isRight } from './truth.ts';

export interface Told {
  locator: string;
  kind: string;
  foreign: boolean;
  changed: string;
  /** right, wrong or none; on what is not there every answer is wrong. */
  said: 'right' | 'wrong' | 'none';
  confidence: number;
  ms: number;
  what: string;
}

let page: { document: Document; survey: Survey } | null = null;
const surveyOf = (document: Document): Survey => {
  if (page?.document !== document) page = { document, survey: survey(document) };
  return page.survey;
};

let confidence = 0;
const ours: Rival<Fingerprint> = {
  name: 'ours',
  fresh: () => {
    page = null;
  },
  capture: (element, document) => captureFrom(surveyOf(document), element),
  locate: (kept, document) => {
    const found = decide(kept, surveyOf(document));
    confidence = found?.confidence ?? 0;
    return found?.element ?? null;
  },
};

/** `alone`: ours without the rivals, which take most of the time. */
export async function compare(plan: Plan, alone: boolean): Promise<Told[]> {
  const told: Told[] = [];
  const others = alone ? [] : [...rivals, similo as unknown as Rival<never>];
  const all = [...others, ours as unknown as Rival<never>];
  await run<never[]>(plan, {
    fresh: () => {
      for (const one of all) one.fresh?.();
    },
    capture: (element, document) => all.map((one) => one.capture(element, document)),
    visit: ({ kind, foreign, changed, kept, truth, document }) => {
      for (const [at, one] of all.entries()) {
        const from = performance.now();
        const element = one.locate(kept[at]!, document);
        const ms = performance.now() - from;
        const said = !element ? 'none' : truth && isRight(element, truth) ? 'right' : 'wrong';
        told.push({
          locator: one.name,
          kind,
          foreign,
          changed,
          said,
          confidence: one.name === 'ours' ? confidence : 0,
          ms,
          what: one.name === 'ours' ? (kept[at] as unknown as Fingerprint).name.slice(0, 20) : '',
        });
      }
    },
  });
  return told;
}

Object.assign(globalThis, { compare });
