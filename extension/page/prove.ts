import type { Guide, Outcome, Reading, Step, Walkthrough } from '../../shared/guide/index.ts';
import { controlOf, shownIn } from './control.ts';
import { listed } from './listed.ts';
import { readingOf } from './reading.ts';
import type { Look } from './scene.ts';

export type Proof =
  | { known: true; ok: boolean; found: string | null }
  /** The page in front of the admin does not show what was saved. */
  | { known: false };

/**
 * Reads what a finished guide has changed from the page. Meaningful only on a page that was loaded after the
 * save; the caller sees to that.
 */
export function prove(guide: Guide, walk: Walkthrough, look: Look, isHere: (step: Step) => boolean): Proof {
  const parts = guide.outcome.map((outcome) => proveOne(guide, walk, outcome, look, isHere));
  if (parts.length === 0 || parts.some((part) => !part.known)) return { known: false };
  const wrong = parts.find((part) => part.known && !part.ok);
  return wrong ?? { known: true, ok: true, found: foundOf(parts) };
}

const foundOf = (parts: Proof[]): string | null =>
  parts.flatMap((part) => (part.known && part.found ? [part.found] : [])).join(', ') || null;

function proveOne(
  guide: Guide,
  walk: Walkthrough,
  outcome: Outcome,
  look: Look,
  isHere: (step: Step) => boolean,
): Proof {
  const step = guide.steps.find((each) => each.id === outcome.step);
  if (!step) return { known: false };
  // Left out by the admin's own choice: nothing to prove.
  if (walk.states[step.id] === 'skipped') return { known: true, ok: true, found: null };
  if (outcome.kind === 'chosen') {
    const chosen = walk.chosen[step.id];
    // On another page the row is missing too, and that would prove nothing.
    if (!chosen || !isHere(step)) return { known: false };
    const there = listed(chosen);
    if (there === null) return { known: false };
    return { known: true, ok: there === outcome.present, found: chosen };
  }
  const { match, holds } = look(step);
  if (holds === null || !match.element) return { known: false };
  const typed = step.action === 'fill' ? walk.chosen[step.id] : undefined;
  if (typed !== undefined) {
    const shown = shownIn(controlOf(match.control ?? match.element))?.trim() ?? '';
    return { known: true, ok: shown === typed, found: shown };
  }
  return {
    known: true,
    ok: holds,
    found: holds ? (step.labels.at(-1) ?? null) : readingOf(match.control ?? match.element)?.words || null,
  };
}

/** What the page shows now of all that a guide has set, by step. */
export function readAll(guide: Guide, walk: Walkthrough, look: Look): Record<string, Reading> {
  const out: Record<string, Reading> = {};
  for (const step of guide.steps) {
    if (!step.done || (!walk.before?.[step.id] && !walk.after?.[step.id])) continue;
    const { match } = look(step);
    const now =
      match.verdict === 'certain' && match.element ? readingOf(match.control ?? match.element) : null;
    if (now) out[step.id] = now;
  }
  return out;
}
