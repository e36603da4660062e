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

/**
 * Calls `changed` when the page has changed in a way that may matter, not more than once every `rest`
 * milliseconds, and always once after the last change.
 */
export function watchPage(changed: () => void, rest: number, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const soon = () => {
    if (timer !== undefined || signal.aborted) return;
    timer = setTimeout(
      () => {
        timer = undefined;
        last = performance.now();
        changed();
      },
      Math.max(30, rest - (performance.now() - last)),
    );
  };
  const observer = new MutationObserver(soon);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [
      'class',
      'style',
      'hidden',
      'open',
      'disabled',
      'checked',
      'aria-expanded',
      'aria-selected',
      'aria-checked',
      'aria-hidden',
      'aria-busy',
    ],
  });
  // A choice changes a property, not the tree; and a page may move its menus by focus and hover alone.
  for (const type of ['change', 'click', 'toggle', 'transitionend', 'visibilitychange'])
    document.addEventListener(type, soon, { capture: true, passive: true, signal });
  for (const type of ['resize', 'hashchange', 'popstate', 'pageshow'])
    window.addEventListener(type, soon, { passive: true, signal });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}
