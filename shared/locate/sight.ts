/**
 * Whether a person can see and use an element now. Works on layout where there is an engine; where every box is
 * zero (jsdom, happy-dom, linkedom) only attributes and inline styles speak, and silence means visible.
 */
import { labelsOf } from './name.ts';
import { closestOf, contains, parentOf } from './seam.ts';

export type State = 'ok' | 'hidden' | 'disabled' | 'covered';

/** Not drawn, but an engine tells the box that it would have. */
const CLOSED = 'details:not([open])>:not(summary)';
/** Taken out of the page by what is written in it. */
const OUT = `${CLOSED},[hidden],dialog:not([open]),input[type="hidden"],[style*="display: none" i],[style*="display:none" i],[style*="visibility: hidden" i],[style*="visibility:hidden" i]`;

/** One look at a page: answers are kept for the length of one search. */
export class Sight {
  readonly #layout = new Map<Document, boolean>();
  readonly #ignore: (element: Element) => boolean;

  /** @param ignore what lies over the page without being part of it, such as our own overlay */
  constructor(ignore: (element: Element) => boolean = () => false) {
    this.#ignore = ignore;
  }

  state(element: Element): State {
    if (this.hidden(element)) return 'hidden';
    if (disabled(element)) return 'disabled';
    return this.covered(element) ? 'covered' : 'ok';
  }

  hasLayout(document: Document): boolean {
    const has =
      this.#layout.get(document) ??
      [document.documentElement, document.body].some((one) => !!one && rectOf(one).width > 0);
    this.#layout.set(document, has);
    return has;
  }

  hidden(element: Element): boolean {
    if (!this.hasLayout(element.ownerDocument)) return !!closestOf(element, OUT);
    if (closestOf(element, CLOSED)) return true;
    // An inline box or `display: contents` may be empty while what is in it is drawn.
    return ![element, ...element.children].some((one) => {
      const { width, height } = rectOf(one);
      return width > 0 && height > 0 && styleOf(one).visibility === 'visible';
    });
  }

  /** What of the page is drawn uppermost at a point; what is ignored is looked through. */
  topmost(root: Document | ShadowRoot, x: number, y: number): Element | null {
    const ours = (one: Element): boolean => {
      for (let at: Element | null = one; at; at = parentOf(at)) if (this.#ignore(at)) return true;
      return false;
    };
    return root.elementsFromPoint(x, y).find((one) => !ours(one)) ?? null;
  }

  /** Something else lies over all of its middle. Small fixed bars do not count: the page scrolls under them. */
  covered(element: Element): boolean {
    const document = element.ownerDocument;
    const view = document.defaultView;
    if (!view || !this.hasLayout(document)) return false;
    const { left, top, width, height } = rectOf(element);
    // A document sees only the hosts of what is drawn in shadow roots.
    const root = element.getRootNode() as ShadowRoot;
    return [
      [0.5, 0.5],
      [0.2, 0.3],
      [0.8, 0.7],
    ].every(([fx, fy]) => {
      const x = left + width * fx!;
      const y = top + height * fy!;
      if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false; // scrolled away, not covered
      const over = this.topmost(root.host ? root : document, x, y);
      if (!over || contains(over, element)) return false;
      return ![element, ...labelsOf(element)].some((one) => contains(one, over)) && layered(over, view);
    });
  }
}

export function rectOf(element: Element): DOMRect {
  return element.getBoundingClientRect();
}

export function styleOf(element: Element): CSSStyleDeclaration {
  return element.ownerDocument.defaultView!.getComputedStyle(element);
}

/** There, but drawn by something else: an input of one pixel or without ink behind its own label. */
export function isDrawnByLabel(element: Element, sight: Sight): boolean {
  if (!sight.hasLayout(element.ownerDocument)) return false;
  const { width, height } = rectOf(element);
  const { opacity, visibility } = styleOf(element);
  return width <= 2 || height <= 2 || Number(opacity) < 0.05 || visibility === 'hidden';
}

function disabled(element: Element): boolean {
  return element.matches(':disabled') || !!closestOf(element, '[aria-disabled="true"]');
}

/** Whether it stands above the page's own flow, and is no bar that the page scrolls under. */
function layered(element: Element, view: Window): boolean {
  let above = false;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { position } = styleOf(at);
    const { width, height } = rectOf(at);
    if (position === 'fixed' || position === 'sticky')
      return width * height >= 0.4 * view.innerWidth * view.innerHeight;
    above ||= position === 'absolute' || (position === 'relative' && at === element);
  }
  return above;
}
