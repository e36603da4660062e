import {
  type HeldPress,
  heldSteps,
  type Step,
  stateOf,
  unsavedChange,
  walkable,
} from '../../shared/guide/index.ts';
import type { ActiveWalk } from '../platform/messages.ts';
import { rowWords, targets } from './acts.ts';
import { controlOf, isOn } from './control.ts';
import type { Look } from './scene.ts';

/** What pressing there would do that the admin should know first; null for nearly everything. */
export function dangerAt(
  path: Element[],
  active: ActiveWalk,
  look: () => Look,
  flipped: boolean,
): HeldPress | null {
  const { guide, walk } = active;
  if (walk.phase !== 'walking') return null;
  const risky = heldSteps(guide, walk);
  const unsaved = unsavedChange(guide, walk);
  if (risky.length === 0 && !unsaved) return null;
  const seen = look();
  for (const step of risky) {
    if (!isHit(step, step.id === walk.at, path, seen, flipped)) continue;
    const several = seen(step).match.verdict === 'ambiguous';
    return { kind: 'risk', step: step.id, entry: (several && rowWords(path)) || '' };
  }
  if (!unsaved || !leaves(path)) return null;
  // The guide itself may lead on from here.
  const asked = walkable(guide, walk).some(
    (step) => stateOf(walk, step) === 'todo' && isHit(step, step.id === walk.at, path, seen, flipped),
  );
  return asked ? null : { kind: 'leave', step: unsaved.id, entry: '' };
}

function isHit(step: Step, isCurrent: boolean, path: Element[], look: Look, flipped: boolean): boolean {
  if (step.labels.length === 0) return false;
  const { match } = look(step);
  if (match.verdict === 'missing' || (match.verdict === 'probable' && !isCurrent)) return false;
  if (match.segment < step.labels.length - 1 && step.action !== 'open-menu-path') return false;
  const hit = targets(match).find((target) =>
    path.some((element) => element === target || controlOf(element) === target),
  );
  if (!hit) return false;
  // What is chosen already stays as it is, however often it is pressed.
  const on = flipped ? null : isOn(controlOf(hit));
  if (step.done?.kind === 'on') return on !== true;
  if (step.done?.kind === 'off') return on !== false;
  return true;
}

const MENU = 'nav button,[role="navigation"] button,[role="menuitem"],[role="treeitem"],[role="link"]';

/** Whether a press there goes to another page of this tab. Opening a menu goes nowhere. */
function leaves(path: Element[]): boolean {
  const link = path.find((element): element is HTMLAnchorElement => element instanceof HTMLAnchorElement);
  if (link?.href) {
    if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return false;
    const to = new URL(link.href, location.href);
    if (!/^https?:$/.test(to.protocol)) return false;
    return to.origin !== location.origin || to.pathname + to.search !== location.pathname + location.search;
  }
  const entry = path.find((element) => element.matches(MENU));
  return entry !== undefined && !entry.hasAttribute('aria-expanded') && !entry.hasAttribute('aria-haspopup');
}
