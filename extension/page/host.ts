import { ground } from './top-layer.ts';

/**
 * The one element that we put into somebody else's page: a child of `<html>`, in the top layer, with a closed
 * root. It follows an open modal dialog, because whatever is outside of one can be seen but not used, and an open
 * popover of the page, which would close when something outside of it is clicked.
 */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** What everything of ours is drawn in, at the scale of the window. */
  stage: HTMLElement;
  /** Back on top of what the page has opened since, and free of what it has put on us. Cheap when nothing changed. */
  rise(): void;
  /** The same with force: above everything that has come into the top layer since. */
  surface(): void;
}

/** What happens on our own element is not the page's business: its "click outside" logic must not hear of it. */
const OWN_EVENTS = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'keydown',
  'keyup',
  'input',
  'change',
];

export function createHost(css: string, signal: AbortSignal): Host {
  const element = document.createElement(`gj-${crypto.randomUUID().slice(0, 8)}`);
  element.popover = 'manual';
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = css;
  const stage = document.createElement('div');
  stage.className = 'stage';
  root.append(style, stage);
  for (const type of OWN_EVENTS)
    element.addEventListener(type, (event) => event.stopPropagation(), { signal });

  const isOpen = () => element.matches(':popover-open');
  const rise = () => {
    if (signal.aborted) return;
    // Libraries that guard a modal mark everything else, and on us that would make help unusable.
    for (const { name, value } of [...element.attributes])
      if (name !== 'popover' || value !== 'manual') element.removeAttribute(name);
    if (element.popover !== 'manual') element.popover = 'manual';
    const parent = ground(element);
    if (element.parentNode !== parent) {
      move(element, parent);
      // Moving keeps our old place in the top layer, which is below a dialog that was opened since.
      if (isOpen()) element.hidePopover();
    }
    if (!isOpen()) element.showPopover();
    // Where the page zooms itself, what we draw in its pixels would be drawn zoomed once more.
    const zoom = String(1 / (element.currentCSSZoom || 1));
    if (stage.style.zoom !== zoom) stage.style.zoom = zoom;
  };
  const surface = () => {
    const focused = root.activeElement;
    if (isOpen()) element.hidePopover();
    rise();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };
  document.documentElement.append(element);
  rise();
  signal.addEventListener('abort', () => element.remove(), { once: true });
  return { element, root, stage, rise, surface };
}

function move(element: HTMLElement, parent: Element): void {
  // moveBefore keeps the popover open and its focus; append closes it, and `rise` opens it again.
  const keeping = parent as Element & { moveBefore?: (node: Node, child: Node | null) => void };
  if (element.isConnected && keeping.moveBefore) keeping.moveBefore(element, null);
  else parent.append(element);
}
