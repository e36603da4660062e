/** Choosing an element of the page by pointing at it. Nothing of it reaches the page. */

const MOUSE = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
];
const MOVES = ['pointermove', 'mousemove', 'pointerover', 'mouseover'];

const USABLE =
  'a[href],button,input,select,textarea,summary,option,label,[role],[tabindex],[onclick],[contenteditable="true"]';

export interface Picking {
  /** Our own element; what happens on its card is not a choice. */
  host: HTMLElement;
  root: ShadowRoot;
  over(element: Element): void;
  chosen(element: Element): void;
  cancelled(): void;
}

/**
 * Lays a shield over the page until something is chosen or `signal` aborts. Events are taken at the window, before
 * any listener further in; the shield keeps hover and focus away from the page.
 */
export function pickElement(picking: Picking, signal: AbortSignal): void {
  const { host, root } = picking;
  const shield = document.createElement('div');
  shield.className = 'shield';
  root.prepend(shield);
  signal.addEventListener('abort', () => shield.remove(), { once: true });

  const onCard = (event: MouseEvent) =>
    root.elementFromPoint(event.clientX, event.clientY)?.closest('.spot') != null;
  const listen = (types: string[], act: (event: MouseEvent) => void) => {
    for (const type of types)
      window.addEventListener(
        type,
        (event) => {
          if (!event.isTrusted || !(event instanceof MouseEvent) || onCard(event)) return;
          event.stopImmediatePropagation();
          if (event.cancelable) event.preventDefault();
          act(event);
        },
        { capture: true, passive: false, signal },
      );
  };
  let last: Element | null = null;
  const over = (element: Element | null) => {
    if (!element || element === last) return;
    last = element;
    picking.over(element);
  };
  listen(MOVES, ({ clientX, clientY }) => over(elementAt(clientX, clientY, host)));
  listen(MOUSE, (event) => {
    const element = event.type === 'click' ? elementAt(event.clientX, event.clientY, host) : null;
    if (element) picking.chosen(element);
  });
  // By keyboard: the Tab key goes through the page, Enter chooses what has the focus.
  window.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof Element && target !== host) over(usable(target));
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      const own = event.composedPath().includes(host);
      if (event.key !== 'Escape' && (event.key !== 'Enter' || own || !last)) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      swallow('keyup', event.key);
      if (event.key === 'Escape') picking.cancelled();
      else if (last) picking.chosen(last);
    },
    { capture: true, signal },
  );
}

/** The end of a key press whose beginning was ours: menus that close on it must not hear of it either. */
function swallow(type: 'keyup', key: string): void {
  const listener = (event: KeyboardEvent) => {
    if (event.key !== key) return;
    event.stopImmediatePropagation();
    window.removeEventListener(type, listener, true);
  };
  window.addEventListener(type, listener, true);
}

function elementAt(x: number, y: number, host: Element): Element | null {
  let found = document.elementsFromPoint(x, y).find((element) => element !== host) ?? null;
  while (found?.shadowRoot) {
    const inner: Element | undefined = found.shadowRoot.elementsFromPoint(x, y)[0];
    if (!inner || inner === found) break;
    found = inner;
  }
  return found && usable(found);
}

/** What somebody who points at an icon or a word means: the button around it, the control of its label. */
export function usable(element: Element): Element {
  const near = element.closest(USABLE);
  const meant = near && depth(near, element) <= 4 ? near : element;
  return meant instanceof HTMLLabelElement ? (meant.control ?? meant) : meant;
}

function depth(outer: Element, inner: Element): number {
  let steps = 0;
  for (let at: Element | null = inner; at && at !== outer; at = at.parentElement) steps++;
  return steps;
}
