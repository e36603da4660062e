import type { Guide, Step } from './step.ts';

/**
 * One guide being followed by one person: a pure state machine (see advance.ts). The page reports what the admin
 * did and what it sees; the background keeps the state; any face may show it.
 */

export type StepState = 'todo' | 'done' | 'skipped';

/** Where the end of a walkthrough stands: nothing is called saved before it was read again. */
export type Phase =
  | 'walking'
  | 'checking' // all steps passed; the saved state has not been read back yet
  | 'saved' // read back from a freshly loaded page, and right
  | 'unsaved' // read back, and different
  | 'done'; // the guide has no state that a page could show

/** What a control of the page showed. `words` is empty for a box, and for a field with nothing in it. */
export interface Reading {
  kind: 'on' | 'off' | 'choice' | 'text';
  words: string;
  /** What the page calls the field or the group: `POP3/SMTP 사용 여부`; empty where it has no name. */
  of: string;
}

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

  // Absent until there is something to keep, and in walkthroughs that an earlier version began.

  /** What the page showed of a step's target before the admin changed it. Leaves the machine only if the person copies it. */
  before?: Record<string, Reading>;
  /** The same afterwards, as last read. */
  after?: Record<string, Reading>;
  /** When steps were done, milliseconds since 1970. */
  times?: Record<string, number>;
  /** Steps that were so already when the page first showed them. */
  already?: string[];
  /** Some of `already` has not been told yet: no act of the admin's has come since. */
  news?: boolean;
  /** Steps that were left out because the page did not show their target: failed, not declined. */
  missed?: string[];
  /** Dangerous steps whose consequences were shown: the next click on them is the admin's decision. */
  warned?: string[];
  /** A press of the admin's that was held, and what it would have done; null once it is decided. */
  held?: HeldPress | null;
  /** The console's own words after the last save. */
  said?: { ok: boolean; words: string } | null;
}

export interface HeldPress {
  /** Something dangerous, or a way that would leave a change behind unsaved. */
  kind: 'risk' | 'leave';
  /** The step that is dangerous, or the save that is still to do. */
  step: string;
  /** What exactly would have been hit, as the page writes it: the row of the 삭제 button. Empty where there is one only. */
  entry: string;
}

export interface Seen {
  step: string;
  /** Whether the step's condition is true; null when the page does not tell. */
  holds: boolean | null;
  now: Reading | null;
}

export type WalkEvent =
  /** `time`: the admin's own act. Without one, the page only shows that it needs no doing. */
  | { type: 'did'; step: string; chosen?: string; time?: number; before?: Reading; after?: Reading }
  | { type: 'holds'; step: string; holds: boolean }
  /** One look over what the page shows of all steps. */
  | { type: 'seen'; seen: Seen[] }
  | { type: 'next' }
  | { type: 'back' }
  | { type: 'skip'; why?: 'missing' }
  | { type: 'goto'; step: string }
  /** The admin has left the place where the step in front happens: the way there has to be gone again. */
  | { type: 'lost' }
  | { type: 'branch'; group: string; branch: string }
  | ({ type: 'held' } & HeldPress)
  /** The admin lets it be: the next press will be held again. */
  | { type: 'spared' }
  | { type: 'said'; ok: boolean; words: string }
  | { type: 'proved'; ok: boolean; found: string | null; now?: Record<string, Reading> }
  | { type: 'pause' }
  | { type: 'resume' };

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

/** Whether the step belongs to an alternative between whose branches nobody has chosen yet. */
export function isUndecided(walk: Walkthrough, step: Step): boolean {
  const [group] = step.alternative?.split('.') ?? [];
  return group !== undefined && walk.branches[group] === undefined;
}

export const sameReading = (a: Reading | undefined, b: Reading | undefined): boolean =>
  a?.kind === b?.kind && a?.words === b?.words;

const GOING = new Set<Step['action']>(['open-menu-path', 'goto-url']);

/**
 * The steps that lead to the place where `step` happens: the last path that is opened before it, with the clicks
 * that come between (a tab, an 추가 that opens a form).
 */
export function wayTo(steps: readonly Step[], step: Step): Step[] {
  const at = steps.indexOf(step);
  const end = steps.slice(0, at).findLastIndex((each) => GOING.has(each.action));
  if (end < 0) return [];
  let start = end;
  while (start > 0 && (GOING.has(steps[start - 1]!.action) || steps[start - 1]!.action === 'click')) start--;
  return steps.slice(start, end + 1);
}

/**
 * Whether the admin has changed something that an open save would keep.
 * @returns the save that is still to do, or null
 */
export function unsavedChange(guide: Guide, walk: Walkthrough): Step | null {
  if (walk.phase !== 'walking') return null;
  const steps = walkable(guide, walk);
  const commits = (step: Step) => step.action === 'save' || step.action === 'confirm';
  const changed = steps.findIndex((step, index) => {
    const saved = steps.slice(index + 1).find(commits);
    const { [step.id]: before } = walk.before ?? {};
    const { [step.id]: after } = walk.after ?? {};
    const open = saved && stateOf(walk, saved) === 'todo' && stateOf(walk, step) === 'done';
    return open && after !== undefined && !sameReading(before, after);
  });
  return changed < 0 ? null : (steps.slice(changed + 1).find(commits) ?? null);
}
