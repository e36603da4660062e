import { autoUpdate } from '@floating-ui/dom';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
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
  const stop = autoUpdate(target, floating, () => {
    const { x, y, width, height } = target.getBoundingClientRect();
    move({ x, y, width, height });
  });
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
  for (const type of ['change', 'click', 'toggle', 'transitionend'])
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
