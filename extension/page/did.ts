import type { WalkEvent } from '../../shared/guide/index.ts';
import type { Act } from './acts.ts';
import { concerns, readingOf } from './reading.ts';
import type { Look, Sighting } from './scene.ts';
import type { Touched } from './touched.ts';

type Did = Extract<WalkEvent, { type: 'did' }>;

/** The admin's act, with what was picked and what the control showed before and shows after it. */
export function didOf(act: Act, event: Event, look: Look, touched: Touched): Did {
  const { match } = look(act.step);
  const control = match.control ?? match.element;
  const path = event.composedPath().filter((node): node is Element => node instanceof Element);
  // A label is pressed before its control changes; the control's own event follows.
  const own = act.step.done && control && !(path[0] instanceof HTMLLabelElement) && concerns(path, control);
  const after = own ? readingOf(control) : null;
  const before = touched.before(act.step.id);
  return {
    ...{ type: 'did', step: act.step.id, time: Date.now() },
    ...(act.chosen && { chosen: act.chosen }),
    ...(before && { before }),
    ...(after && { after }),
  };
}

/** Of several that are named alike, the one that was used. One in every row is the admin's choice, not a place. */
export function pickedFrom({ match, step }: Sighting, event: Event): Element | null {
  if (match.verdict !== 'ambiguous' || match.reason !== 'several') return null;
  if (match.segment < step.labels.length - 1) return null;
  const path = event.composedPath();
  const used = match.candidates.find(
    (one) => path.includes(one.element) || (one.control && path.includes(one.control)),
  );
  return used ? (used.control ?? used.element) : null;
}
