import type { Danger, Guide, Step } from './step.ts';
import {
  isUndecided,
  type Reading,
  sameReading,
  stateOf,
  type Walkthrough,
  walkable,
} from './walkthrough.ts';

/** What may go wrong by doing a step. */
export interface Risk {
  danger: Danger;
  /** The step where the manual says so: the save of a dangerous value is no less dangerous than the value. */
  of: Step;
  /** The click itself is the deed: the admin's first one is held. */
  held: boolean;
  /** What to go back to, when it can be set again afterwards; null when it is not known. */
  before: Reading | null;
  /** A list entry, or a deed that nothing can take back. */
  lasting: boolean;
}

const COMMITS = new Set<Step['action']>(['save', 'confirm']);
const DEEDS = new Set<Step['action']>(['save', 'confirm', 'click']);
const CLICKS = new Set<Step['action']>([...DEEDS, 'select', 'check', 'uncheck']);

/** The risk of doing `step` now, or null. */
export function riskOf(guide: Guide, walk: Walkthrough, step: Step): Risk | null {
  if (step.danger && CLICKS.has(step.action)) return tell(guide, walk, step, true);
  if (!DEEDS.has(step.action)) return step.danger ? tell(guide, walk, step, false) : null;
  const steps = walkable(guide, walk);
  const at = steps.indexOf(step);
  const since = steps.slice(0, at).findLastIndex((each) => COMMITS.has(each.action));
  const before = steps.slice(since + 1, at).filter((each) => each.danger && !isUndecided(walk, each));
  // Typing is no deed; the first thing pressed after it is.
  const typed = before.findLast(
    (each) =>
      each.action === 'fill' &&
      steps.slice(steps.indexOf(each) + 1).find((later) => DEEDS.has(later.action)) === step,
  );
  if (typed) return tell(guide, walk, typed, true);
  const set = before.findLast((each) => CLICKS.has(each.action) && isChanged(walk, each));
  return set && COMMITS.has(step.action) ? tell(guide, walk, set, false) : null;
}

/** The steps whose doing has to be the admin's second thought. */
export function heldSteps(guide: Guide, walk: Walkthrough): Step[] {
  return walkable(guide, walk).filter(
    (step) => stateOf(walk, step) === 'todo' && riskOf(guide, walk, step)?.held === true,
  );
}

export const isChanged = (walk: Walkthrough, { id }: Step): boolean =>
  walk.after?.[id] !== undefined && !sameReading(walk.before?.[id], walk.after[id]);

function tell(guide: Guide, walk: Walkthrough, of: Step, held: boolean): Risk {
  const before = walk.before?.[of.id] ?? null;
  const listed = guide.outcome.some((outcome) => outcome.kind === 'chosen' && outcome.step === of.id);
  return {
    danger: of.danger ?? 'everyone',
    of,
    held,
    before: before && (before.kind !== 'choice' || before.words) ? before : null,
    lasting: of.danger === 'irreversible' || listed || !of.done,
  };
}
