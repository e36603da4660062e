import { contains } from '../../shared/locate/seam.ts';

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

/** The modal dialog that was opened last, wherever it stands in the tree: the only one that can be hit. */
function topDialog(own: Element): Element | null {
  const open = [...document.querySelectorAll('dialog:modal')];
  return open.findLast((dialog) => open.length === 1 || isReached(dialog, own)) ?? open.at(-1) ?? null;
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
    const hits = document.elementsFromPoint(left + width * x, top + height * y);
    const hit = hits.find((each) => each !== own);
    return hit !== undefined && contains(element, hit);
  });
}
