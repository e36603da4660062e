import { autoUpdate } from '@floating-ui/dom';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

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
 * so that nothing runs while nothing moves. Calls `move` at once and then on every change.
 */
export function follow(
  target: Element,
  floating: HTMLElement,
  move: (box: Box) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  const stop = autoUpdate(target, floating, () => move(boxOf(target)));
  signal.addEventListener('abort', stop, { once: true });
}
