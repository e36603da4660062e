/** The dialog that is open over the page, if there is one: while it is, nothing outside it can be meant for certain. */
import { documentOf, parentOf, type Root } from './seam.ts';
import { rectOf, type Sight, styleOf } from './sight.ts';

/** The topmost open modal of the page; the last one in the tree when several are open. */
export function openModal(roots: Root[], sight: Sight): Element | null {
  const document = documentOf(roots[0]!);
  const open = roots
    .flatMap((root) => [
      ...root.querySelectorAll('dialog[open],[role="dialog"],[role="alertdialog"],[aria-modal="true"]'),
    ])
    .filter((element) => !sight.hidden(element));
  return (
    open.findLast(isNativeModal) ??
    open.findLast(
      (element) =>
        element.matches('[aria-modal="true"],[role="alertdialog"]') ||
        (element.matches('[role="dialog"]') && layerOf(element, true)),
    ) ??
    (document && drawnModal(document, sight))
  );
}

function isNativeModal(element: Element): boolean {
  if (element.localName !== 'dialog') return false;
  try {
    return element.matches(':modal');
  } catch {
    return element.matches('[aria-modal="true"]'); // an engine that does not know :modal
  }
}

/** A dialog that only looks like one: one fixed layer takes every corner of the window. */
function drawnModal(document: Document, sight: Sight): Element | null {
  const view = document.defaultView;
  if (!view || !sight.hasLayout(document)) return null;
  const [w, h] = [view.innerWidth, view.innerHeight];
  const at = (x: number, y: number): Element | null => layerOf(sight.topmost(document, x, y));
  const layer = at(4, 4);
  if (!layer || layer !== at(w - 4, 4) || layer !== at(4, h - 4) || layer !== at(w - 4, h - 4)) return null;
  const box = rectOf(layer);
  if (box.width < w * 0.9 || box.height < h * 0.9) return null;
  const middle = at(w / 2, h / 2);
  return middle !== layer || layer.querySelector('button,input,a') ? middle : null;
}

/** The outermost fixed or absolutely placed box around a point's element, above the page's own flow. */
function layerOf(element: Element | null, fixed = false): Element | null {
  let layer: Element | null = null;
  for (let at = element; at && at !== at.ownerDocument.body; at = parentOf(at)) {
    const { position, zIndex } = styleOf(at);
    if (position === 'fixed' || (!fixed && position === 'absolute' && Number(zIndex) > 0)) layer = at;
  }
  return layer;
}
