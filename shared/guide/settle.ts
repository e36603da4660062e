import type { Done, Guide, Step } from './step.ts';
import { stateOf, type Walkthrough, walkable } from './walkthrough.ts';

export const NAVIGATION = new Set<Step['action']>(['open-menu-path', 'goto-url', 'click', 'read']);
/** Conditions that may tick a step by being true. That a field is no longer empty says too little. */
export const TICKS = new Set<Done['kind']>(['on', 'off', 'value', 'row', 'shown']);
/** Conditions that re-open one by ceasing to be: a message goes away, and a list is filtered or turned over. */
export const REOPENS = new Set<Done['kind']>(['on', 'off', 'value']);

/** Moves to the first step that is still to do: an earlier one that was left out, else the next after `from`. */
export function settle(guide: Guide, walk: Walkthrough, from?: string): Walkthrough {
  const steps = walkable(guide, walk);
  const index = from === undefined ? 0 : steps.findIndex((step) => step.id === from);
  const open = (step: Step) => stateOf(walk, step) === 'todo';
  const next =
    steps.slice(0, index).find((step) => open(step) && !step.optional) ?? steps.slice(index).find(open);
  if (next) return { ...walk, at: next.id, phase: 'walking', found: null };
  return { ...walk, at: null, phase: guide.outcome.length > 0 ? 'checking' : 'done', found: null };
}
