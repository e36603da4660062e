import { type Guide, type Step, stateOf, type Walkthrough, walkable } from '../../shared/guide/index.ts';
import { find, type Match } from '../../shared/locate/index.ts';
import { pageSigns, supportOnPage } from '../../shared/locate/place.ts';
import { elementsUnder } from '../../shared/locate/seam.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { controlOf, isOn, shownIn } from './control.ts';

/** What the page in front of the admin shows of one step. */
export interface Sighting {
  step: Step;
  match: Match;
  /** Whether the step's own condition is true; null when the page does not tell. */
  holds: boolean | null;
}

export type Look = (step: Step) => Sighting;

/** Ways to the place where a step happens: the path that was opened before it. */
export function placeOf(guide: Guide, step: Step): string[] {
  if (step.action === 'open-menu-path') return [];
  const index = guide.steps.findIndex((each) => each.id === step.id);
  const way = guide.steps.slice(0, index).findLast((each) => each.action === 'open-menu-path');
  return way?.labels.slice(-1) ?? [];
}

/** Whether headings, chosen tabs or the breadcrumb say that this is where the step happens. */
export function atPlace(active: ActiveWalk, step: Step, ignore: (element: Element) => boolean): boolean {
  const signs = pageSigns(elementsUnder(document, { ignore }), document);
  return supportOnPage(signs, placeOf(active.guide, step), active.labels) >= 0.7;
}

/** Looks steps up on the page, each at most once until `looker` is made anew. */
export function looker(active: ActiveWalk, ignore: (element: Element) => boolean): Look {
  const seen = new Map<string, Sighting>();
  return (step) => {
    const known = seen.get(step.id);
    if (known) return known;
    const match = find(
      {
        action: step.action,
        labels: step.labels,
        within: [...step.within, ...placeOf(active.guide, step)],
        value: step.value,
        locale: active.guide.lang,
        synonyms: active.labels,
      },
      document,
      { ignore },
    );
    const sighting = { step, match, holds: holds(step, match) };
    seen.set(step.id, sighting);
    return sighting;
  };
}

/** Only what is certainly the step's own target may say that the step is done. */
function holds(step: Step, match: Match): boolean | null {
  if (!step.done || match.verdict !== 'certain' || !match.element) return null;
  const control = controlOf(match.control ?? match.element);
  switch (step.done.kind) {
    case 'on':
      return isOn(control);
    case 'off': {
      const on = isOn(control);
      return on === null ? null : !on;
    }
    case 'value': {
      const value = shownIn(control);
      return value === null ? null : value.trim() === step.done.value.trim();
    }
    case 'filled': {
      const value = shownIn(control);
      return value === null ? null : value.trim() !== '';
    }
    case 'shown':
      return document.body.innerText.includes(step.done.text);
  }
}

const CHOOSES = new Set<Step['action']>(['select', 'check', 'uncheck', 'fill']);

/**
 * A step on the way that needs no doing, because what it leads to is already in front of the admin: the first
 * step after the way is certainly there, at the place that the way names.
 */
export function arrived(guide: Guide, walk: Walkthrough, look: Look): string | null {
  const steps = walkable(guide, walk);
  const at = steps.findIndex((step) => step.id === walk.at);
  const current = steps[at];
  if (!current || !/^(open-menu-path|goto-url|click)$/.test(current.action)) return null;
  const way = steps.slice(at).findIndex((step) => !/^(open-menu-path|goto-url|click)$/.test(step.action));
  const goal = way < 0 ? undefined : steps[at + way];
  if (!goal || goal.labels.length === 0 || !CHOOSES.has(goal.action) || placeOf(guide, goal).length === 0)
    return null;
  if (look(goal).match.verdict !== 'certain') return null;
  return (
    steps
      .slice(at, at + way)
      .findLast((step) => step.action === 'open-menu-path' && stateOf(walk, step) === 'todo')?.id ?? null
  );
}
