import { seen } from './seen.ts';
import { NAVIGATION, REOPENS, settle, TICKS } from './settle.ts';
import type { Guide, Step } from './step.ts';
import { type HeldPress, stateOf, type WalkEvent, type Walkthrough, walkable, wayTo } from './walkthrough.ts';

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

export function advance(guide: Guide, walk: Walkthrough, event: WalkEvent): Walkthrough {
  switch (event.type) {
    case 'did':
      return did(guide, event.time === undefined ? walk : told(walk), event);
    case 'holds':
      return holds(guide, walk, event.step, event.holds);
    case 'seen':
      return seen(guide, walk, event.seen);
    case 'next':
      return pass(guide, told(walk), 'done');
    case 'skip':
      return pass(guide, told(missing(walk, event.why)), 'skipped');
    case 'back':
      return back(guide, told(walk));
    case 'goto':
      return goTo(guide, walk, event.step);
    case 'lost':
      return lost(guide, walk);
    case 'branch':
      return takeBranch(guide, walk, event.group, event.branch);
    case 'held':
      return held(guide, walk, event);
    case 'spared':
      return spared(walk);
    case 'said':
      return { ...walk, said: { ok: event.ok, words: event.words } };
    case 'proved':
      return proved(walk, event);
    case 'pause':
      return { ...walk, paused: true };
    case 'resume':
      return { ...walk, paused: false };
  }
}

/** The admin has acted: what was found done at the start has been read by now, and what was held is decided. */
const told = (walk: Walkthrough): Walkthrough =>
  walk.news || walk.held ? { ...walk, news: false, held: null } : walk;

const mark = (walk: Walkthrough, step: string, state: 'todo' | 'done' | 'skipped'): Walkthrough => ({
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

/** Left out because the page did not show it is another thing than left out because nobody wanted it. */
function missing(walk: Walkthrough, why: 'missing' | undefined): Walkthrough {
  if (!why || walk.at === null) return walk;
  return { ...walk, missed: [...new Set([...(walk.missed ?? []), walk.at])] };
}

/** On to the branch that was chosen, unless it is the one already taken or there is none of that name. */
function takeBranch(guide: Guide, walk: Walkthrough, group: string, branch: string): Walkthrough {
  const first = guide.steps.find((step) => step.alternative === `${group}.${branch}`);
  if (!first || walk.branches[group] === branch) return walk;
  return settle(guide, decide(told(walk), first), first.id);
}

/** The admin's own act. Doing a later step shows that the way to it was found. */
function did(guide: Guide, walk: Walkthrough, event: Extract<WalkEvent, { type: 'did' }>): Walkthrough {
  const step = walkable(guide, walk).find((candidate) => candidate.id === event.step);
  if (!step) return walk;
  let after = decide(mark(walk, step.id, 'done'), step);
  const steps = walkable(guide, after);
  const onTheWay = steps
    .slice(0, steps.indexOf(step))
    .filter((each) => stateOf(after, each) === 'todo' && !each.done && NAVIGATION.has(each.action));
  for (const earlier of onTheWay) after = mark(after, earlier.id, 'done');
  if (event.chosen) after = { ...after, chosen: { ...after.chosen, [step.id]: event.chosen } };
  after = event.time === undefined ? passedOver(after, [...onTheWay, step]) : noted(after, step, event);
  return settle(guide, after, step.id);
}

/** Nothing was done yet, and the page shows that the way needs no going. */
function passedOver(walk: Walkthrough, steps: readonly Step[]): Walkthrough {
  if (walk.times || walk.savedAt !== null) return walk;
  const already = [...new Set([...(walk.already ?? []), ...steps.map(({ id }) => id)])];
  return { ...walk, already, news: true };
}

/** When it was, and what the page showed just before and just after. The first value seen stays the one to go back to. */
function noted(
  walk: Walkthrough,
  { id, action }: Step,
  event: Extract<WalkEvent, { type: 'did' }>,
): Walkthrough {
  const { time = 0, before, after } = event;
  const first = walk.times?.[id] === undefined && before ? { [id]: before } : {};
  const commits = action === 'save' || action === 'confirm';
  return {
    ...walk,
    savedAt: time,
    times: { ...walk.times, [id]: time },
    ...(commits && walk.said && { said: null }),
    ...((walk.before || before) && { before: { ...walk.before, ...first } }),
    ...(after && { after: { ...walk.after, [id]: after } }),
    ...(walk.already?.includes(id) && { already: walk.already.filter((each) => each !== id) }),
  };
}

function holds(guide: Guide, walk: Walkthrough, id: string, isTrue: boolean): Walkthrough {
  const step = walkable(guide, walk).find((candidate) => candidate.id === id);
  if (!step?.done || walk.phase !== 'walking') return walk;
  const state = stateOf(walk, step);
  if (isTrue && state === 'todo' && TICKS.has(step.done.kind))
    return settle(guide, mark(walk, id, 'done'), walk.at ?? id);
  if (!isTrue && state === 'done' && REOPENS.has(step.done.kind))
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
  return { ...told(walk), states, at: id, phase: 'walking', found: null };
}

/** Only the way is gone again; what was set and saved before stays done. */
function lost(guide: Guide, walk: Walkthrough): Walkthrough {
  const steps = walkable(guide, walk);
  const step = steps.find((each) => each.id === walk.at);
  const way = step ? wayTo(steps, step) : [];
  const [first] = way;
  if (!first || walk.phase !== 'walking') return walk;
  const states = { ...walk.states, ...Object.fromEntries(way.map(({ id }) => [id, 'todo' as const])) };
  return { ...told(walk), states, at: first.id };
}

function held(guide: Guide, walk: Walkthrough, { kind, step, entry }: HeldPress): Walkthrough {
  if (walk.phase !== 'walking' || !guide.steps.some((each) => each.id === step)) return walk;
  const warned = kind === 'risk' ? [...new Set([...(walk.warned ?? []), step])] : walk.warned;
  return { ...walk, ...(warned && { warned }), held: { kind, step, entry } };
}

function spared(walk: Walkthrough): Walkthrough {
  if (!walk.held) return walk;
  const { step } = walk.held;
  return { ...walk, held: null, ...(walk.warned && { warned: walk.warned.filter((each) => each !== step) }) };
}

function proved(walk: Walkthrough, event: Extract<WalkEvent, { type: 'proved' }>): Walkthrough {
  // Of a guide without an outcome there is nothing to prove.
  if (walk.at !== null || walk.phase === 'done') return walk;
  const read = event.now && { after: { ...walk.after, ...event.now } };
  return { ...walk, ...read, phase: event.ok ? 'saved' : 'unsaved', found: event.found };
}
