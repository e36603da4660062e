import { contains } from '../../shared/locate/seam.ts';
import { shadowOf } from '../platform/shadow.ts';

/**
 * Where our host has to stand to be usable: in the page's open popover that closes on clicks outside of it, else in
 * the modal dialog on top, else in the document itself.
 */
export function ground(own: Element): Element {
  const open = [...document.querySelectorAll(':popover-open')].filter(
    (element) => element !== own && (element as HTMLElement).popover !== 'manual' && isReached(element, own),
  );
  // A dialog that was opened later makes what lies under it inert; a popover inside it lies over it.
  return open.at(-1) ?? topDialog(own) ?? document.documentElement;
}

/** The modal dialog that was opened last, wherever it stands in the tree, also in a shadow root. */
function topDialog(own: Element): Element | null {
  // Everything else is inert: wherever the dialog itself is not, its backdrop is hit.
  const hit = hitAt(1, 1, own)?.closest('dialog');
  if (hit?.matches(':modal')) return hit;
  const open = [...document.querySelectorAll('dialog:modal')];
  return open.findLast((dialog) => isReached(dialog, own)) ?? open.at(-1) ?? null;
}

/** Whether a person can get at it now: what is inert is passed through by a hit test. */
function isReached(element: Element, own: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [
    [0.5, 0.5],
    [0.1, 0.1],
    [0.9, 0.9],
    [0.5, 0.02],
  ] as const;
  return points.some(([x, y]) => {
    const hit = hitAt(left + width * x, top + height * y, own);
    return hit !== null && contains(element, hit);
  });
}

/** What of the page is uppermost at a point, as deep as it goes. */
function hitAt(x: number, y: number, own: Element): Element | null {
  const top = (root: DocumentOrShadowRoot) => root.elementsFromPoint(x, y).find((each) => each !== own);
  let hit = top(document);
  while (hit) {
    const root = shadowOf(hit);
    const inner = root && top(root);
    if (!inner || !root.contains(inner)) break;
    hit = inner;
  }
  return hit ?? null;
}
