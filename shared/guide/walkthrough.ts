import type { Guide, Step } from './step.ts';

/**
 * One guide being followed by one person: a pure state machine. The page reports what the admin did and what
 * it sees; the background keeps the state; any face may show it.
 */

export type StepState = 'todo' | 'done' | 'skipped';

/** Where the end of a walkthrough stands: nothing is called saved before it was read again. */
export type Phase =
  | 'walking'
  | 'checking' // all steps passed; the saved state has not been read back yet
  | 'saved' // read back from a freshly loaded page, and right
  | 'unsaved' // read back, and different
  | 'done'; // the guide has no state that a page could show

export interface Walkthrough {
  guide: string;
  /** RFC 3339 */
  started: string;
  states: Record<string, StepState>;
  /** Id of the step in front of the admin; null when all are passed. */
  at: string | null;
  phase: Phase;
  /** Left by the admin; can be taken up again. */
  paused: boolean;
  /** What the admin picked during a step, as the page wrote it: `김서연 seoyeon@example.com`. Never leaves the machine. */
  chosen: Record<string, string>;
  /** Branch taken of each alternative: `{ g1: 'a' }`. */
  branches: Record<string, string>;
  /** What the page showed instead, when `unsaved`. */
  found: string | null;
  /** When the admin did the last step, milliseconds since 1970: only a page loaded later can prove that it was saved. */
  savedAt: number | null;
}

export type WalkEvent =
  | { type: 'did'; step: string; chosen?: string; time?: number }
  | { type: 'holds'; step: string; holds: boolean }
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'skip' }
  | { type: 'goto'; step: string }
  | { type: 'branch'; group: string; branch: string }
  | { type: 'proved'; ok: boolean; found: string | null }
  | { type: 'pause' }
  | { type: 'resume' };

export function begin(guide: Guide, now: Date): Walkthrough {
  return settle(guide, {
    guide: guide.id,
    started: now.toISOString(),
    states: {},
    at: null,
    phase: 'walking',
    paused: false,
    chosen: {},
    branches: {},
    found: null,
    savedAt: null,
  });
}

const NAVIGATION = new Set<Step['action']>(['open-menu-path', 'goto-url', 'click', 'read']);
/** Conditions that may tick a step by being true, and re-open it by ceasing to be. */
const CHOICE = new Set(['on', 'off', 'value']);

/** Steps of the branches that were taken; of an undecided alternative, all. */
export function walkable(guide: Guide, walk: Walkthrough): Step[] {
  return guide.steps.filter((step) => {
    if (!step.alternative) return true;
    const [group = '', branch] = step.alternative.split('.');
    const taken = walk.branches[group];
    return taken === undefined || taken === branch;
  });
}

export const stateOf = (walk: Walkthrough, step: Step): StepState => walk.states[step.id] ?? 'todo';

export function advance(guide: Guide, walk: Walkthrough, event: WalkEvent): Walkthrough {
  switch (event.type) {
    case 'did':
      return did(guide, walk, event);
    case 'holds':
      return holds(guide, walk, event.step, event.holds);
    case 'next':
    case 'skip':
      return pass(guide, walk, event.type === 'next' ? 'done' : 'skipped');
    case 'back':
      return back(guide, walk);
    case 'goto':
      return goTo(guide, walk, event.step);
    case 'branch':
      return takeBranch(guide, walk, event.group, event.branch);
    case 'proved':
      // Of a guide without an outcome there is nothing to prove.
      return walk.at === null && walk.phase !== 'done'
        ? { ...walk, phase: event.ok ? 'saved' : 'unsaved', found: event.found }
        : walk;
    case 'pause':
      return { ...walk, paused: true };
    case 'resume':
      return { ...walk, paused: false };
  }
}

const mark = (walk: Walkthrough, step: string, state: StepState): Walkthrough => ({
  ...walk,
  states: { ...walk.states, [step]: state },
});

/** Doing a step of an alternative decides for its branch: steps of two branches are never both walked. */
function decide(walk: Walkthrough, step: Step): Walkthrough {
  const [group, branch] = step.alternative?.split('.') ?? [];
  return group && branch ? { ...walk, branches: { ...walk.branches, [group]: branch } } : walk;
}

/** The admin's word for the step in front. Skipping a step of an alternative decides nothing. */
function pass(guide: Guide, walk: Walkthrough, state: 'done' | 'skipped'): Walkthrough {
  const step = guide.steps.find((candidate) => candidate.id === walk.at);
  if (!step) return walk;
  const after = mark(walk, step.id, state);
  return settle(guide, state === 'done' ? decide(after, step) : after, step.id);
}

/** On to the branch that was chosen, unless it is the one already taken or there is none of that name. */
function takeBranch(guide: Guide, walk: Walkthrough, group: string, branch: string): Walkthrough {
  const first = guide.steps.find((step) => step.alternative === `${group}.${branch}`);
  if (!first || walk.branches[group] === branch) return walk;
  return settle(guide, decide(walk, first), first.id);
}

/** The admin's own act. Doing a later step shows that the way to it was found. */
function did(guide: Guide, walk: Walkthrough, event: Extract<WalkEvent, { type: 'did' }>): Walkthrough {
  const step = walkable(guide, walk).find((candidate) => candidate.id === event.step);
  if (!step) return walk;
  let after = decide(mark(walk, step.id, 'done'), step);
  const steps = walkable(guide, after);
  for (const earlier of steps.slice(0, steps.indexOf(step)))
    if (stateOf(after, earlier) === 'todo' && !earlier.done && NAVIGATION.has(earlier.action))
      after = mark(after, earlier.id, 'done');
  if (event.chosen) after = { ...after, chosen: { ...after.chosen, [step.id]: event.chosen } };
  if (event.time !== undefined) after = { ...after, savedAt: event.time };
  return settle(guide, after, step.id);
}

function holds(guide: Guide, walk: Walkthrough, id: string, isTrue: boolean): Walkthrough {
  const step = walkable(guide, walk).find((candidate) => candidate.id === id);
  if (!step?.done || walk.phase !== 'walking') return walk;
  const state = stateOf(walk, step);
  if (isTrue && state === 'todo' && CHOICE.has(step.done.kind))
    return settle(guide, mark(walk, id, 'done'), walk.at ?? id);
  if (!isTrue && state === 'done' && CHOICE.has(step.done.kind))
    return settle(guide, mark(walk, id, 'todo'), id);
  return walk;
}

function back(guide: Guide, walk: Walkthrough): Walkthrough {
  const steps = walkable(guide, walk);
  const index = walk.at === null ? steps.length : steps.findIndex((step) => step.id === walk.at);
  const before = steps[index - 1];
  return before ? { ...mark(walk, before.id, 'todo'), at: before.id, phase: 'walking', found: null } : walk;
}

/** Back to a step. What was done after it has to be done again: a value set anew is not saved by an old save. */
function goTo(guide: Guide, walk: Walkthrough, id: string): Walkthrough {
  const steps = walkable(guide, walk);
  const index = steps.findIndex((step) => step.id === id);
  if (index < 0) return walk;
  const again = steps.slice(index).filter((step) => step.id === id || stateOf(walk, step) === 'done');
  const states = { ...walk.states, ...Object.fromEntries(again.map((step) => [step.id, 'todo' as const])) };
  return { ...walk, states, at: id, phase: 'walking', found: null };
}

/** Moves to the first step that is still to do: an earlier one that was left out, else the next after `from`. */
function settle(guide: Guide, walk: Walkthrough, from?: string): Walkthrough {
  const steps = walkable(guide, walk);
  const index = from === undefined ? 0 : steps.findIndex((step) => step.id === from);
  const open = (step: Step) => stateOf(walk, step) === 'todo';
  const next =
    steps.slice(0, index).find((step) => open(step) && !step.optional) ?? steps.slice(index).find(open);
  if (next) return { ...walk, at: next.id, phase: 'walking', found: null };
  return { ...walk, at: null, phase: guide.outcome.length > 0 ? 'checking' : 'done', found: null };
}
