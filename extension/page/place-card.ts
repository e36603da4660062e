import { beside, EDGE, type Side } from './beside.ts';
import type { Box } from './tracker.ts';

const BESIDE: readonly Side[] = ['bottom', 'top', 'left', 'right'];

/** Puts the card beside the target, never over it; without a target into the lower right corner. */
export function placeCard(spot: HTMLElement, box: Box | null, stage: HTMLElement): void {
  const origin = stage.getBoundingClientRect();
  const put = (x: number, y: number) => {
    spot.style.transform = `translate(${Math.round(x - origin.x)}px, ${Math.round(y - origin.y)}px)`;
  };
  const { innerWidth: width, innerHeight: height } = window;
  const visible = box && box.x < width && box.y < height && box.x + box.width > 0 && box.y + box.height > 0;
  if (!box || !visible) {
    put(width - spot.offsetWidth - EDGE, height - spot.offsetHeight - EDGE);
    return;
  }
  // Beside a menu at the left there is room; beside a field stand the other choices, which must stay in sight.
  const menu = box.x + box.width < width / 4;
  const order = menu ? (['right', 'bottom', 'top'] as const) : BESIDE;
  const card = { width: spot.offsetWidth, height: spot.offsetHeight };
  const { x, y } = beside(box, card, { width, height }, order);
  put(x, y);
}
