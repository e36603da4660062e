import { autoUpdate, getOverflowAncestors } from '@floating-ui/dom';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A radio or a box is what people see of it: the little control and the words beside it. */
function boxOf(target: Element): Box {
  const own = target.getBoundingClientRect();
  const label =
    target instanceof HTMLInputElement && /^(radio|checkbox)$/.test(target.type) && target.labels?.[0];
  const words = label ? label.getBoundingClientRect() : own;
  const near = Math.abs(words.y + words.height / 2 - own.y - own.height / 2) < 24 && words.height < 60;
  if (own.width === 0 || words.width === 0 || words.width > 480 || !near) return own;
  const x = Math.min(own.x, words.x);
  const y = Math.min(own.y, words.y);
  return {
    x,
    y,
    width: Math.max(own.right, words.right) - x,
    height: Math.max(own.bottom, words.bottom) - y,
  };
}

/**
 * Follows an element on the screen: scrolling of any ancestor, resizing, layout shift. Observers do the work,
 * so that nothing runs while nothing moves. Calls `move` at once and then on every change; with an empty box while
 * the element is scrolled out of a box that it stands in, because there is something else to be seen in its place.
 */
export function follow(
  target: Element,
  floating: HTMLElement,
  move: (box: Box) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const boxes = getOverflowAncestors(target).filter((one): one is Element => one instanceof Element);
  const update = () => {
    const box = boxOf(target);
    move(boxes.every((outer) => shows(outer, box)) ? box : NOWHERE);
  };
  const stop = autoUpdate(target, floating, update);
  signal.addEventListener('abort', stop, { once: true });
}

function shows(outer: Element, box: Box): boolean {
  if (outer === document.body || outer === document.documentElement) return true;
  const { left, top, right, bottom } = outer.getBoundingClientRect();
  return box.x < right && box.y < bottom && box.x + box.width > left && box.y + box.height > top;
}
