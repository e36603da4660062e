/** The dialog that is open over the page, if there is one: while it is, nothing outside it can be meant for certain. */
import { documentOf, parentOf, type Root } from './seam.ts';
import { rectOf, type Sight } from './sight.ts';

const DIALOG = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** The topmost open modal of the page; the last one in the tree when several are open. */
export function openModal(roots: Root[], sight: Sight): Element | null {
  let native: Element | null = null;
  let marked: Element | null = null;
  for (const element of roots.flatMap((root) => Array.from(root.querySelectorAll(DIALOG)))) {
    if (sight.hidden(element)) continue;
    if (isNativeModal(element)) native = element;
    else if (element.getAttribute('aria-modal') === 'true' || element.getAttribute('role') === 'alertdialog')
      marked = element;
    else if (element.getAttribute('role') === 'dialog' && overPage(element)) marked = element;
  }
  return native ?? marked ?? drawnModal(documentOf(roots[0]!), sight);
}

function isNativeModal(element: Element): boolean {
  if (element.localName !== 'dialog') return false;
  try {
    return element.matches(':modal');
  } catch {
    return element.getAttribute('aria-modal') === 'true'; // an engine that does not know :modal
  }
}

function overPage(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && view; at = parentOf(at)) {
    const css = view.getComputedStyle(at);
    if (css.position === 'fixed') return true;
  }
  return false;
}

/** A dialog that only looks like one: one fixed layer takes every corner of the window. */
function drawnModal(document: Document | null, sight: Sight): Element | null {
  const view = document?.defaultView;
  if (!document || !view || !sight.hasLayout(document) || typeof document.elementFromPoint !== 'function')
    return null;
  const [w, h] = [view.innerWidth, view.innerHeight];
  const corners = [
    [4, 4],
    [w - 4, 4],
    [4, h - 4],
    [w - 4, h - 4],
  ] as const;
  const layers = corners.map(([x, y]) => fixedLayer(sight.topmost(document, x, y), view));
  const layer = layers[0];
  if (!layer || layers.some((one) => one !== layer)) return null;
  const box = rectOf(layer);
  if (!box || box.width < w * 0.9 || box.height < h * 0.9) return null;
  const middle = fixedLayer(sight.topmost(document, w / 2, h / 2), view);
  if (middle === layer)
    return layer.querySelector('button, input, a') && layer !== document.body ? layer : null;
  return middle;
}

/** The outermost fixed or absolutely placed box around a point's element, above the page's own flow. */
function fixedLayer(element: Element | null, view: Window): Element | null {
  let layer: Element | null = null;
  for (let at = element; at && at !== at.ownerDocument.body; at = parentOf(at)) {
    const css = view.getComputedStyle(at);
    if (css.position === 'fixed' || (css.position === 'absolute' && Number(css.zIndex) > 0)) layer = at;
  }
  return layer;
}
