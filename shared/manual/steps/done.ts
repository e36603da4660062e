import type { Done } from '../../guide/step.ts';
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
