import type { Done, Outcome, Step } from '../../guide/step.ts';
import type { Draft } from './draft.ts';

/** What the step's own target shows when it has been done; null where only the act itself can tell. */
export function doneWhen(draft: Draft): Done | null {
  if (draft.labels.length === 0) return null;
  switch (draft.action) {
    case 'select':
    case 'check':
      return { kind: 'on' };
    case 'uncheck':
      return { kind: 'off' };
    case 'fill':
      return draft.value ? { kind: 'value', value: draft.value } : { kind: 'filled' };
    default:
      return null;
  }
}

const COMMITS = new Set<Step['action']>(['save', 'confirm', 'click']);

/**
 * Adding to a list or taking out of it is done when the list says so: the last press of it gets that as its condition.
 * A console that asks `정말 삭제할까요?` in a window of the browser lets nobody see the answer; the list does.
 */
export function rowsDone(steps: readonly Step[], outcome: readonly Outcome[]): Step[] {
  const rows = new Map<Step, Done>();
  const places = new Map(steps.map(({ id }, index) => [id, index]));
  const last = steps.findLast((step) => !step.done && COMMITS.has(step.action));
  if (!last || last.alternative) return [...steps];
  const end = places.get(last.id) ?? 0;
  for (const each of outcome) {
    if (each.kind !== 'chosen') continue;
    const at = places.get(each.step);
    if (at === undefined || at >= end) continue;
    const { action, value } = steps[at]!;
    const text = action === 'fill' ? value : null;
    rows.set(last, { kind: 'row', text, step: text === null ? each.step : null, present: each.present });
  }
  return steps.map((step) => (rows.has(step) ? { ...step, done: rows.get(step)! } : step));
}
