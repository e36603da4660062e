import { clampPoint, type Doc, type Point, type Span } from './doc.ts';
import { placeOf, readDoc } from './dom.ts';

export interface Ends {
  startContainer: Node;
  startOffset: number;
  endContainer: Node;
  endOffset: number;
}

/** The selection inside `box`, which may stand in a closed shadow root; null when the focus is elsewhere. */
function endsIn(box: HTMLElement): Ends | null {
  const root = box.getRootNode() as ShadowRoot | Document;
  if (root.activeElement !== box) return null;
  const selection = document.getSelection();
  if (!selection) return null;
  const fits = (ends: Ends | undefined) =>
    ends && box.contains(ends.startContainer) && box.contains(ends.endContainer) ? ends : null;
  if (root instanceof Document) return selection.rangeCount ? fits(selection.getRangeAt(0)) : null;
  const composed = selection.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (composed) return fits(composed);
  // Before getComposedRanges: Chromium asks the root, Firefox tells all.
  const own = (root as unknown as { getSelection?(): Selection | null }).getSelection?.() ?? selection;
  return own.rangeCount ? fits(own.getRangeAt(0)) : null;
}

/** The document as it stands in `box` and what of it is selected (or lies between the given ends). */
export function readBox(box: HTMLElement, ends: Ends | null = endsIn(box)): { doc: Doc; span: Span | null } {
  const places = ends
    ? ([
        [ends.startContainer, ends.startOffset],
        [ends.endContainer, ends.endOffset],
      ] as const)
    : [];
  const { doc, points } = readDoc(box, places);
  const [from, to] = points.map((point) => clampPoint(doc, point)) as [Point, Point];
  return { doc, span: ends ? { from, to } : null };
}

export function select(box: HTMLElement, { from, to }: Span): void {
  document.getSelection()?.setBaseAndExtent(...placeOf(box, from), ...placeOf(box, to));
}
