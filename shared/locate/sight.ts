/**
 * Whether a person can see and use an element now. Works on layout where there is an engine; where every box is
 * zero (jsdom, happy-dom, linkedom) only attributes and inline styles speak, and silence means visible.
 */
import { labelsOf } from './name.ts';
import { contains, parentOf } from './seam.ts';

export type State = 'ok' | 'hidden' | 'disabled' | 'covered';

/** One look at a page: answers are kept for the length of one search. */
export class Sight {
  readonly #gone = new Map<Element, boolean>();
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
    let has = this.#layout.get(document);
    if (has === undefined) {
      const boxes = [document.documentElement, document.body].map((one) => rectOf(one));
      has = boxes.some((box) => box !== null && box.width > 0);
      this.#layout.set(document, has);
    }
    return has;
  }

  hidden(element: Element): boolean {
    if (this.#taken(element)) return true;
    if (!this.hasLayout(element.ownerDocument)) return false;
    const box = rectOf(element);
    if (!box) return false;
    if (box.width > 0 && box.height > 0) return invisible(element);
    // An inline box or `display: contents` may be empty while what is in it is drawn.
    for (const kid of element.children) {
      const inner = rectOf(kid);
      if (inner && inner.width > 0 && inner.height > 0 && !invisible(kid)) return false;
    }
    return true;
  }

  /** Taken out by an attribute, an inline style or a closed container; by `display: none` where CSS is known. */
  #taken(element: Element): boolean {
    const known = this.#gone.get(element);
    if (known !== undefined) return known;
    const parent = parentOf(element);
    const gone =
      takenOut(element, this.hasLayout(element.ownerDocument)) || (parent !== null && this.#taken(parent));
    this.#gone.set(element, gone);
    return gone;
  }

  /** What of the page is drawn uppermost at a point; what is ignored is looked through. */
  topmost(root: Document | ShadowRoot, x: number, y: number): Element | null {
    const top = root.elementFromPoint(x, y);
    if (!top || !this.#ours(top)) return top;
    return root.elementsFromPoint(x, y).find((one) => !this.#ours(one)) ?? null;
  }

  #ours(element: Element): boolean {
    for (let at: Element | null = element; at; at = parentOf(at)) if (this.#ignore(at)) return true;
    return false;
  }

  /** Something else lies over all of its middle. Small fixed bars do not count: the page scrolls under them. */
  covered(element: Element): boolean {
    const document = element.ownerDocument;
    const box = rectOf(element);
    const view = document.defaultView;
    if (!box || !view || !this.hasLayout(document) || typeof document.elementFromPoint !== 'function')
      return false;
    const points = [
      [0.5, 0.5],
      [0.2, 0.3],
      [0.8, 0.7],
    ] as const;
    let seen = 0;
    for (const [fx, fy] of points) {
      const x = box.left + box.width * fx;
      const y = box.top + box.height * fy;
      if (x < 0 || y < 0 || x >= view.innerWidth || y >= view.innerHeight) return false; // scrolled away, not covered
      const top = this.topmost(rootOf(element), x, y);
      if (!top || contains(element, top) || contains(top, element)) return false;
      if (labelsOf(element).some((label) => contains(label, top) || label === top)) return false;
      if (view.getComputedStyle(top).position === 'static' && !positioned(top)) return false;
      if (!bar(top, view)) seen++;
    }
    return seen === points.length;
  }
}

export function rectOf(element: Element | null): DOMRect | null {
  if (!element || typeof element.getBoundingClientRect !== 'function') return null;
  return element.getBoundingClientRect();
}

function takenOut(element: Element, layout: boolean): boolean {
  if (element.hasAttribute('hidden')) return true;
  const tag = element.localName;
  if (tag === 'dialog' && !element.hasAttribute('open')) return true;
  if (tag === 'input' && element.getAttribute('type') === 'hidden') return true;
  const parent = element.parentElement;
  if (parent?.localName === 'details' && !parent.hasAttribute('open') && tag !== 'summary') return true;
  if (layout) return style(element)?.display === 'none';
  const inline = element.getAttribute('style');
  return inline !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(inline);
}

function invisible(element: Element): boolean {
  const css = style(element);
  return css !== null && (css.visibility === 'hidden' || css.visibility === 'collapse');
}

function style(element: Element): CSSStyleDeclaration | null {
  try {
    return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
  } catch {
    return null;
  }
}

/** There, but drawn by something else: an input of one pixel or without ink behind its own label. */
export function isDrawnByLabel(element: Element, sight: Sight): boolean {
  const box = rectOf(element);
  if (!box || !sight.hasLayout(element.ownerDocument)) return false;
  if (box.width <= 2 || box.height <= 2) return true;
  const css = style(element);
  return (
    css !== null && (Number(css.opacity) < 0.05 || css.visibility === 'hidden' || css.display === 'none')
  );
}

function disabled(element: Element): boolean {
  if ((element as HTMLInputElement).disabled === true || element.hasAttribute('disabled')) return true;
  if (element.closest('[aria-disabled="true"]')) return true;
  const group = element.closest('fieldset[disabled]');
  return (
    group !== null &&
    /^(?:input|select|textarea|button)$/.test(element.localName) &&
    !element.closest('legend')
  );
}

function positioned(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const css = style(at);
    if (css && css.position !== 'static' && css.position !== 'relative') return true;
  }
  return false;
}

function bar(element: Element, view: Window): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const css = style(at);
    if (css && (css.position === 'fixed' || css.position === 'sticky')) {
      const box = rectOf(at);
      return box !== null && box.width * box.height < 0.4 * view.innerWidth * view.innerHeight;
    }
  }
  return false;
}

/** The tree that has to be asked what is drawn at a point: a document sees only hosts. */
function rootOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode();
  return root.nodeType === 11 ? (root as ShadowRoot) : element.ownerDocument;
}
