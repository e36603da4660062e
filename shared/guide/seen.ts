import { REOPENS, settle, TICKS } from './settle.ts';
import type { Guide, Step } from './step.ts';
import { isUndecided, type Seen, sameReading, stateOf, type Walkthrough, walkable } from './walkthrough.ts';

/**
 * One look over the page. Keeps what every target showed before the admin touched it, ticks what is so already, and
 * re-opens what has come undone. What may go wrong is not ticked unread: the step comes up, and says that it is so.
 */
export function seen(guide: Guide, walk: Walkthrough, all: readonly Seen[]): Walkthrough {
  if (walk.phase !== 'walking') return walk;
  const steps = walkable(guide, walk);
  const current = steps.findIndex((step) => step.id === walk.at);
  const states = { ...walk.states };
  const before = { ...walk.before };
  const already = new Set(walk.already);
  for (const { step: id, holds, now } of all) {
    const index = steps.findIndex((each) => each.id === id);
    const step = steps[index];
    if (!step) continue;
    const state = stateOf(walk, step);
    const touched = walk.times?.[id] !== undefined;
    if (now && !touched && state !== 'skipped') before[id] = now;
    if (!step.done || !TICKS.has(step.done.kind) || isUndecided(walk, step)) continue;
    if (!touched && holds === true && state === 'todo') already.add(id);
    if (!touched && holds === false) already.delete(id);
    if (holds === true && state === 'todo' && (index < current || !isRisky(step))) states[id] = 'done';
    if (holds === false && state === 'done' && REOPENS.has(step.done.kind)) states[id] = 'todo';
  }
  const found = [...already].some((id) => !walk.already?.includes(id));
  const after = {
    ...walk,
    states,
    ...(Object.keys(before).length > 0 && { before }),
    ...((walk.already || already.size > 0) && { already: [...already] }),
    ...(found && { news: true }),
  };
  const undone = steps.find(({ id }) => walk.states[id] === 'done' && states[id] === 'todo');
  if (!sameStates(walk.states, states)) return settle(guide, after, undone?.id ?? walk.at ?? undefined);
  const same = !found && already.size === (walk.already?.length ?? 0) && sameReadings(walk.before, before);
  return same ? walk : after;
}

export const isRisky = (step: Step): boolean => Boolean(step.caution || step.danger);

const sameStates = (a: Walkthrough['states'], b: Walkthrough['states']): boolean =>
  Object.keys(b).every((id) => a[id] === b[id]);

const sameReadings = (a: Walkthrough['before'] = {}, b: NonNullable<Walkthrough['before']>): boolean =>
  Object.keys(b).length === Object.keys(a).length && Object.keys(b).every((id) => sameReading(a[id], b[id]));
