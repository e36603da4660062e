import { type Guide, nthOfKey, type Step, stepKey } from '../../shared/guide/index.ts';
import { item } from '../platform/local.ts';
import type { Repair } from '../platform/messages.ts';
import { state } from './content.ts';

/** Enough for every step of every guide of a console; the oldest go first. */
const MOST = 200;

/** What admins have confirmed. Nothing here is sent: the person saves it as a file, or deletes it. */
export const repairs = item<Repair[]>('local', 'repairs', []);

export async function addRepair(
  console: string,
  guide: Guide,
  step: Step,
  { fingerprint, reason }: { fingerprint: string; reason: string },
): Promise<void> {
  const repair: Repair = {
    guide: guide.id,
    article: guide.article,
    console,
    step: stepKey(step),
    nth: nthOfKey(guide.steps, step),
    fingerprint,
    reason,
    bundle: (await state()).version,
    date: new Date().toISOString().slice(0, 10),
  };
  await repairs.update((all) => [...all, repair].slice(-MOST));
}

/** The last word on each step of a guide that is about to be followed. */
export async function keptFor(console: string, guide: Guide): Promise<Record<string, string>> {
  const own = (await repairs.get()).filter((each) => each.console === console && each.guide === guide.id);
  return Object.fromEntries(
    guide.steps.flatMap((step) => {
      const key = stepKey(step);
      const nth = nthOfKey(guide.steps, step);
      const last = own.findLast((each) => each.step === key && each.nth === nth);
      return last ? [[step.id, last.fingerprint]] : [];
    }),
  );
}

export const forgetRepairs = (): Promise<void> => repairs.set([]);
