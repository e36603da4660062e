import { type Guide, type Step, stateOf, walkable } from '../../shared/guide/index.ts';
import {
  find,
  type Match,
  type Root,
  type Seam,
  type Survey,
  signs as signsOf,
  look as surveyOf,
} from '../../shared/locate/index.ts';
import { supportOnPage } from '../../shared/locate/place.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { shadowOf } from '../platform/shadow.ts';
import { controlOf, isOn, shownIn } from './control.ts';
import { listed } from './listed.ts';
import { recaller, weighIn } from './recorded.ts';

/** What the page in front of the admin shows of one step. */
export interface Sighting {
  step: Step;
  match: Match;
  /** What was recorded of the target has led to it as well: nothing is left to ask. */
  recorded: boolean;
  /** Whether the step's own condition is true; null when the page does not tell. */
  holds: boolean | null;
}

export interface Look {
  (step: Step): Sighting;
  /** The document and the shadow roots that were looked into. */
  trees(): (Document | ShadowRoot)[];
  /** Words that say where one is: title, headings, chosen tabs, breadcrumb. */
  signs(): string[];
}

/** Ways to the place where a step happens: the path that was opened before it. */
export function placeOf(guide: Guide, step: Step): string[] {
  if (step.action === 'open-menu-path') return [];
  const index = guide.steps.findIndex((each) => each.id === step.id);
  const way = guide.steps.slice(0, index).findLast((each) => each.action === 'open-menu-path');
  return way?.labels.slice(-1) ?? [];
}

/** Whether headings, chosen tabs or the breadcrumb say that this is where the step happens. */
export const atPlace = (active: ActiveWalk, step: Step, look: Look): boolean =>
  isAt(active, step, look.signs());

function isAt(active: ActiveWalk, step: Step, signs: string[]): boolean {
  const places = placeOf(active.guide, step);
  // A frame that says nothing of where it is proves nothing, whatever it lacks.
  if (places.length === 0 && window.top !== window) return false;
  return supportOnPage(signs, places, active.labels) >= 0.7;
}

/** Whether the page is the place of a step that names one; the page is looked over once. */
export function hereOnce(active: ActiveWalk, look: Look): (step: Step) => boolean {
  const known = new Map<string, boolean>();
  return (step) => {
    const [place] = placeOf(active.guide, step);
    if (!place || stateOf(active.walk, step) === 'skipped') return false;
    const here = known.get(place) ?? atPlace(active, step, look);
    known.set(place, here);
    return here;
  };
}

/** What the locator may enter: every shadow root. Frames have an agent of their own (frames/agent.ts). */
export const seamOf = (ignore: (element: Element) => boolean): Seam => ({ ignore, shadow: shadowOf });

/** Looks steps up on the page, each at most once until `looker` is made anew; the page itself is walked once. */
export function looker(active: ActiveWalk, ignore: (element: Element) => boolean): Look {
  const seen = new Map<string, Sighting>();
  let surveyed: Survey | null = null;
  let said: string[] | null = null;
  const page = () => {
    surveyed ??= surveyOf(document, seamOf(ignore));
    return surveyed;
  };
  const signs = () => {
    said ??= signsOf(page());
    return said;
  };
  const recall = recaller(active, page);
  const look = (step: Step): Sighting => {
    const known = seen.get(step.id);
    if (known) return known;
    const written = find(
      {
        action: step.action,
        labels: step.labels,
        within: [...step.within, ...placeOf(active.guide, step)],
        value: step.value,
        locale: active.guide.lang,
        synonyms: active.labels,
      },
      page(),
    );
    const recalled = step.action === 'read' || step.action === 'goto-url' ? null : recall(step);
    const match = weighIn(written, recalled, step.labels.length - 1);
    const recorded = recalled !== null && match.verdict === 'certain' && match.reason === 'found';
    const here = () => isAt(active, step, signs());
    const sighting = { step, match, recorded, holds: holds(active, step, match, here) };
    seen.set(step.id, sighting);
    return sighting;
  };
  const isTree = (root: Root): root is Document | ShadowRoot => root.nodeType !== Node.ELEMENT_NODE;
  return Object.assign(look, { trees: () => page().roots.filter(isTree), signs });
}

/** Only what is certainly the step's own target may say that the step is done; a row speaks for itself. */
function holds(active: ActiveWalk, step: Step, match: Match, here: () => boolean): boolean | null {
  if (!step.done) return null;
  if (step.done.kind === 'row') {
    const words = step.done.text ?? active.walk.chosen[step.done.step ?? ''];
    // Another page's list lacks the row as well, and that would prove nothing.
    const there = words && here() ? listed(words) : null;
    return there === null ? null : there === step.done.present;
  }
  if (step.done.kind === 'shown') return document.body.innerText.includes(step.done.text);
  if (match.verdict !== 'certain' || !match.element) return null;
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
  }
}

const WAY = new Set<Step['action']>(['open-menu-path', 'goto-url', 'click']);

/**
 * The last step of a way that needs no going, because where it leads is already in front of the admin: the page
 * says that this is the place, and the step after the way has its target there.
 */
export function arrived(active: ActiveWalk, look: Look): string | null {
  const { guide, walk } = active;
  const steps = walkable(guide, walk);
  const at = steps.findIndex((step) => step.id === walk.at);
  if (at < 0) return null;
  const end = steps.findIndex((step, index) => index >= at && !WAY.has(step.action));
  const run = steps.slice(at, end < 0 ? steps.length : end);
  const last = run.findLastIndex(
    (step) => step.action === 'open-menu-path' && stateOf(walk, step) === 'todo',
  );
  const goal = steps[at + last + 1];
  if (last < 0 || !goal || goal.labels.length === 0 || !atPlace(active, goal, look)) return null;
  const { match } = look(goal);
  const there = match.verdict === 'certain' || match.reason === 'several-rows';
  return there ? (run[last]?.id ?? null) : null;
}
