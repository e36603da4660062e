import { type Step, stateOf, walkable } from '../../shared/guide/index.ts';
import type { Match } from '../../shared/locate/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { controlOf, shownIn, squeeze } from './control.ts';
import type { Look } from './scene.ts';

/** What the admin did, in terms of the guide. */
export interface Act {
  step: Step;
  /** The words of what was picked, where the manual named an object and no label. */
  chosen: string | null;
}

/** Candidates this close to the best are the same thing in other rows (see shared/locate/judge.ts). */
const EQUAL = 0.04;
/** A row or an entry of a list: what an object of the manual looks like on a page. */
const ENTRY = 'option,[role="option"],tr,[role="row"],li,[role="listitem"],[role="treeitem"]';

/**
 * The step that a trusted event on the page amounts to, or null. The current step is tried first, then later
 * ones, because people do not always go in order.
 */
export function actOf(event: Event, active: ActiveWalk, look: Look): Act | null {
  const path = event.composedPath().filter((node): node is Element => node instanceof Element);
  const { guide, walk } = active;
  const steps = walkable(guide, walk);
  const from = steps.findIndex((step) => step.id === walk.at);
  if (from < 0) return null;
  const current = steps[from] as Step;
  for (const step of [current, ...steps.slice(from + 1), ...steps.slice(0, from)]) {
    if (step !== current && stateOf(walk, step) !== 'todo') continue;
    if (!fits(event, step)) continue;
    if (step.labels.length === 0) {
      // Without a label any entry could be meant: only the step in front of the admin may claim it.
      const chosen = step === current ? objectOf(path) : null;
      if (chosen) return { step, chosen };
      continue;
    }
    const { match } = look(step);
    const hit = targets(match).some((target) => path.includes(target));
    if (!hit || (match.verdict === 'probable' && step !== current)) continue;
    if (step.action === 'open-menu-path' && match.segment < step.labels.length - 1) continue;
    if (step.action === 'fill' && !shownIn(controlOf(path[0] as Element))?.trim()) continue;
    return { step, chosen: isWanted(active, step) ? chosenBy(step, path) : null };
  }
  return null;
}

/** Words are kept only where the end of the guide needs them, to be found again in what was saved. */
const isWanted = ({ guide }: ActiveWalk, step: Step): boolean =>
  step.action === 'fill' ||
  guide.outcome.some((outcome) => outcome.kind === 'chosen' && outcome.step === step.id);

const chosenBy = (step: Step, path: Element[]): string | null =>
  step.action === 'fill' ? (shownIn(controlOf(path[0] as Element))?.trim() ?? null) : rowWords(path);

/** Boxes and fields speak through `change`, everything else through `click`. */
function fits(event: Event, step: Step): boolean {
  const target = event.composedPath()[0];
  const field =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  const button = target instanceof HTMLInputElement && /^(button|submit|image|reset)$/.test(target.type);
  if (step.action === 'read' || step.action === 'goto-url') return false;
  if (event.type === 'change') return field && !button;
  // A radio that is chosen already says nothing by `change`; clicking it is an answer even so.
  const radio = target instanceof HTMLInputElement && target.type === 'radio';
  return step.action !== 'fill' && (!field || button || radio);
}

/** Every element that would count as the match's target, with the controls behind labels. */
export function targets(match: Match): Element[] {
  const best = match.candidates[0];
  if (match.verdict === 'missing' || !best) return [];
  const chosen =
    match.verdict === 'ambiguous'
      ? match.candidates.filter((one) => one.score >= best.score - EQUAL && one.state !== 'hidden')
      : match.candidates.slice(0, 1);
  return [...new Set(chosen.flatMap((one) => [one.element, one.control ?? controlOf(one.element)]))];
}

function objectOf(path: Element[]): string | null {
  const field = path[0];
  if (field instanceof HTMLSelectElement) return shownIn(field) || null;
  const entry = path.find((element) => element.matches(ENTRY));
  if (entry) return words(entry);
  if (field instanceof HTMLInputElement && /^(radio|checkbox)$/.test(field.type))
    return words(field.labels?.[0] ?? field);
  return null;
}

export const rowWords = (path: Element[]): string | null => {
  const row = path.find((element) => element.matches('tr,[role="row"],li'));
  return row ? words(row) : null;
};

/** The words of an entry without those of its buttons. */
function words(entry: Element): string | null {
  const copy = entry.cloneNode(true) as Element;
  for (const button of copy.querySelectorAll('button,[role="button"],a,input,select')) button.remove();
  for (const cell of copy.querySelectorAll('td,th,span,div,p')) cell.append(' ');
  return squeeze(copy.textContent ?? '').slice(0, 200) || null;
}
