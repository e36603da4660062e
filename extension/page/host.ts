/**
 * The one element that we put into somebody else's page: a child of `<html>`, in the top layer, with a closed
 * root. It follows an open modal dialog, because whatever is outside of one can be seen but not used.
 */
export interface Host {
  element: HTMLElement;
  root: ShadowRoot;
  /** Back on top of what the page has opened since. Cheap when nothing has changed. */
  rise(): void;
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
  root.append(style);
  for (const type of OWN_EVENTS)
    element.addEventListener(type, (event) => event.stopPropagation(), { signal });

  const rise = () => {
    const parent = topDialog() ?? document.documentElement;
    if (element.parentNode !== parent) {
      move(element, parent);
      // Moving keeps our old place in the top layer, which is below a dialog that was opened since.
      if (element.matches(':popover-open')) element.hidePopover();
    }
    if (!element.matches(':popover-open')) element.showPopover();
    // Libraries that guard a modal mark everything else; on us that would make help unusable.
    if (element.inert) element.inert = false;
    if (element.hasAttribute('aria-hidden')) element.removeAttribute('aria-hidden');
  };
  document.documentElement.append(element);
  rise();
  signal.addEventListener('abort', () => element.remove(), { once: true });
  return { element, root, rise };
}

/** The modal dialog that was opened last, wherever it stands in the tree. */
function topDialog(): Element | null {
  return [...document.querySelectorAll('dialog:modal')].at(-1) ?? null;
}

function move(element: HTMLElement, parent: Element): void {
  // moveBefore keeps the popover open and its focus; append closes it, and `rise` opens it again.
  const keeping = parent as Element & { moveBefore?: (node: Node, child: Node | null) => void };
  if (element.isConnected && keeping.moveBefore) keeping.moveBefore(element, null);
  else parent.append(element);
}
