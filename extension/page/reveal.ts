import { contains } from '../../shared/locate/seam.ts';
import type { Box } from './tracker.ts';

const MARGIN = 16;

/**
 * Scrolls until an element (or a box inside of it, such as a target in a frame) can be seen and nothing lies over it.
 * Only boxes that a person can scroll are scrolled: an `overflow: hidden` shell would fall apart.
 */
export function reveal(element: Element, own: Element, box: Box = element.getBoundingClientRect()): void {
  if (isClear(element, box, own)) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  let { y } = box;
  for (const scroller of scrollersOf(element)) {
    const frame = frameOf(scroller);
    const wanted = y + box.height / 2 - (frame.top + frame.bottom) / 2;
    const most = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    const by = Math.max(-scroller.scrollTop, Math.min(most, wanted));
    const left = sideways(scroller, box, frame);
    scroller.scrollBy({ top: by, left, behavior: calm ? 'instant' : 'smooth' });
    y -= by;
  }
}

/** In the window, in each box that it stands in, and hit at every corner. */
function isClear(element: Element, box: Box, own: Element): boolean {
  const inside = ({ left, top, right, bottom }: Frame) =>
    box.x >= left && box.y >= top && box.x + box.width <= right && box.y + box.height <= bottom;
  const frames = [windowFrame(), ...scrollersOf(element).map(frameOf)];
  if (!frames.every(inside)) return false;
  const root = element.getRootNode() as Document | ShadowRoot;
  const points = [
    [0.5, 0.5],
    [0.04, 0.1],
    [0.96, 0.1],
    [0.04, 0.9],
    [0.96, 0.9],
  ] as const;
  return points.every(([x, y]) => {
    const hits = root.elementsFromPoint(box.x + box.width * x, box.y + box.height * y);
    const hit = hits.find((each) => each !== own);
    return !hit || contains(element, hit) || contains(hit, element) || !isBar(hit);
  });
}

/** Something that stays where it is while the page scrolls below it. */
function isBar(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (/^(fixed|sticky)$/.test(getComputedStyle(at).position)) return true;
  return false;
}

interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const windowFrame = (): Frame => ({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });

const frameOf = (scroller: Element): Frame =>
  scroller === document.scrollingElement ? windowFrame() : scroller.getBoundingClientRect();

/** What a person can scroll around an element, innermost first. What is fixed moves with nothing outside of it. */
function scrollersOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at; at = up(at)) {
    const { position, overflowY, overflowX } = getComputedStyle(at);
    const can = (overflow: string, room: number) => /^(auto|scroll)$/.test(overflow) && room > 0;
    const root = at === document.scrollingElement || at === document.body || at === document.documentElement;
    const scrolls =
      can(overflowY, at.scrollHeight - at.clientHeight) || can(overflowX, at.scrollWidth - at.clientWidth);
    if (at !== element && !root && scrolls) found.push(at);
    if (position === 'fixed') return found;
  }
  return document.scrollingElement ? [...found, document.scrollingElement] : found;
}

const up = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

function sideways(scroller: Element, box: Box, frame: Frame): number {
  if (box.x < frame.left) return Math.max(-scroller.scrollLeft, box.x - frame.left - MARGIN);
  const over = box.x + box.width - frame.right;
  return over > 0 && scroller.scrollWidth > scroller.clientWidth ? over + MARGIN : 0;
}
