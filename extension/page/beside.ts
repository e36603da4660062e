export type Side = 'bottom' | 'top' | 'left' | 'right';

interface Size {
  width: number;
  height: number;
}

/** Least room between the card and the edge of the window, and between the card and its target. CSS pixels. */
export const EDGE = 12;

/**
 * Where a card goes so that it covers nothing of the target: on the first side of `order` where there is room for it, else
 * on the side that has most of the room it needs. Along that side it begins where the target begins, as far as the window
 * lets it; in the window it always is.
 */
export function beside(
  box: Size & { x: number; y: number },
  card: Size,
  window: Size,
  order: readonly Side[],
): { x: number; y: number } {
  const lack = (side: Side): number => {
    const room = {
      bottom: window.height - (box.y + box.height) - card.height,
      top: box.y - card.height,
      left: box.x - card.width,
      right: window.width - (box.x + box.width) - card.width,
    }[side];
    return Math.max(0, 2 * EDGE - room);
  };
  const best = order.reduce((kept, side) => (lack(side) < lack(kept) ? side : kept));
  const at = {
    bottom: { x: box.x, y: box.y + box.height + EDGE },
    top: { x: box.x, y: box.y - card.height - EDGE },
    left: { x: box.x - card.width - EDGE, y: box.y },
    right: { x: box.x + box.width + EDGE, y: box.y },
  }[best];
  const within = (value: number, most: number) => Math.max(EDGE, Math.min(value, most - EDGE));
  return { x: within(at.x, window.width - card.width), y: within(at.y, window.height - card.height) };
}
