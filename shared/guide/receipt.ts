import type { Guide, Step } from './step.ts';
import { type Phase, type Reading, sameReading, stateOf, type Walkthrough, walkable } from './walkthrough.ts';

/** What one step has done, for a ticket. */
export interface ReceiptRow {
  step: string;
  /** The path to it as the manual writes it, outermost first. */
  what: string[];
  before: Reading | null;
  after: Reading | null;
  /** The row of a list that was added or taken out, as the page wrote it. */
  entry: string | null;
  did: 'changed' | 'same' | 'added' | 'removed' | 'done' | 'skipped' | 'missed';
  /** Milliseconds since 1970; null where nothing was done. */
  when: number | null;
}

export interface Receipt {
  title: string;
  /** Name of the console, and where it is; empty when that is not known. */
  console: string;
  origin: string;
  /** RFC 3339 */
  started: string;
  /** What the page showed when it was read again. */
  phase: Phase;
  said: Walkthrough['said'];
  rows: ReceiptRow[];
}

export interface Followed {
  guide: Guide;
  walk: Walkthrough;
  /** Name of the console in the reader's language. */
  console: string;
  origin: string;
}

/** What was done, in the order of the manual. Ways and readings are left out: nobody's ticket needs them. */
export function receiptOf({ guide, walk, console, origin }: Followed): Receipt {
  const rows = walkable(guide, walk).flatMap((step) => rowOf(guide, walk, step) ?? []);
  return {
    title: guide.title,
    console,
    origin,
    started: walk.started,
    phase: walk.phase,
    said: walk.said,
    rows,
  };
}

function rowOf(guide: Guide, walk: Walkthrough, step: Step): ReceiptRow | null {
  const before = walk.before?.[step.id] ?? null;
  const after = walk.after?.[step.id] ?? null;
  const outcome = guide.outcome.find((each) => each.step === step.id);
  const when = walk.times?.[step.id] ?? null;
  // A choice is told by its question; the answers are the values.
  const of = after?.of || before?.of || null;
  const what = of ? [...step.within.filter((each) => each !== of), of] : [...step.within, ...step.labels];
  const row = {
    step: step.id,
    what,
    before,
    after,
    entry: null,
    when,
  };
  const state = stateOf(walk, step);
  if (walk.missed?.includes(step.id) && state === 'skipped') return { ...row, did: 'missed' };
  if (outcome?.kind === 'chosen') {
    const entry = walk.chosen[step.id] ?? null;
    return state === 'done' ? { ...row, entry, did: outcome.present ? 'added' : 'removed' } : null;
  }
  if (!step.done || step.done.kind === 'row' || step.done.kind === 'shown')
    return step.danger && state === 'done' && when !== null ? { ...row, did: 'done' } : null;
  if (state === 'skipped') return { ...row, did: 'skipped' };
  if (state !== 'done') return null;
  if (before && after && !sameReading(before, after)) return { ...row, did: 'changed' };
  if (when === null || (before && after)) return { ...row, after: after ?? before, did: 'same' };
  return { ...row, did: 'done' };
}
