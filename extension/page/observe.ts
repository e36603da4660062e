import type { Step } from '../../shared/guide/index.ts';
import { type Seen, stateOf, type WalkEvent, walkable } from '../../shared/guide/index.ts';
import { seen as after } from '../../shared/guide/seen.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { readingOf } from './reading.ts';
import { arrived, type Look } from './scene.ts';

export interface Observed {
  /** What the background does not know yet; null when there is nothing new. */
  event: WalkEvent | null;
  /** Controls of the settings that were found, by step: their values are read when the admin touches them. */
  controls: Map<string, Element>;
}

/**
 * What the page shows of all steps. Those up to the one in front are read at every look; those further on may belong
 * to another screen with the same words, so they are read only where the page is certainly their place (`ahead`).
 */
export function observe(active: ActiveWalk, look: Look, ahead: (step: Step) => boolean): Observed {
  const { guide, walk } = active;
  const controls = new Map<string, Element>();
  // A tab behind may show what was true before the admin went on in the one in front.
  if (walk.phase !== 'walking' || document.visibilityState !== 'visible') return { event: null, controls };
  const way = arrived(active, look);
  if (way) return { event: { type: 'did', step: way }, controls };
  const steps = walkable(guide, walk);
  const current = steps.findIndex((step) => step.id === walk.at);
  const seen: Seen[] = [];
  for (const [index, step] of steps.entries()) {
    if (!step.done || stateOf(walk, step) === 'skipped' || (index > current && !ahead(step))) continue;
    const { match, holds } = look(step);
    const sure = match.verdict === 'certain' && match.element && match.segment === step.labels.length - 1;
    const control = sure ? (match.control ?? match.element) : null;
    if (control) controls.set(step.id, control);
    seen.push({ step: step.id, holds, now: control ? readingOf(control) : null });
  }
  const event: WalkEvent = { type: 'seen', seen };
  return { event: after(guide, walk, seen) === walk ? null : event, controls };
}
