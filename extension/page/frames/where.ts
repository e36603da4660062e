import { elementsUnder } from '../../../shared/locate/seam.ts';
import { shadowOf } from '../../platform/shadow.ts';
import type { Box } from '../tracker.ts';

/** The frames of a window by number: the one thing that windows of different origins may know of each other. */
type Windows = Window & Record<number, Window>;

/** Where this frame is: its number among its parent's frames, and so on, from the outermost window down. */
export function placeOfFrame(): number[] {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    const siblings = at.parent as Windows;
    let index = 0;
    while (index < siblings.length && siblings[index] !== at) index++;
    path.unshift(index);
  }
  return path;
}

/** Every frame element of this document, also in shadow roots. */
export const frameElements = (ignore: (element: Element) => boolean): HTMLIFrameElement[] =>
  elementsUnder(document, { ignore, shadow: shadowOf }).filter((element): element is HTMLIFrameElement =>
    /^i?frame$/.test(element.localName),
  );

/** The frame element of this document behind which `path` leads; null when it is gone. */
export function frameAt(path: readonly number[], elements: HTMLIFrameElement[]): HTMLIFrameElement | null {
  const [first = -1] = path;
  const wanted = (window as unknown as Windows)[first];
  return (wanted && elements.find((element) => element.contentWindow === wanted)) ?? null;
}

/** A box of a frame's window as this window sees it. */
export function outOf(frame: HTMLElement, inner: Box): Box {
  const outer = frame.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  // A frame may be scaled or zoomed as a whole.
  const scale = frame.offsetWidth > 0 ? outer.width / frame.offsetWidth : 1;
  return {
    x: outer.x + (frame.clientLeft + Number.parseFloat(paddingLeft) + inner.x) * scale,
    y: outer.y + (frame.clientTop + Number.parseFloat(paddingTop) + inner.y) * scale,
    width: inner.width * scale,
    height: inner.height * scale,
  };
}
