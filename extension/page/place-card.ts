import { computePosition, flip, offset, type Placement, shift } from '@floating-ui/dom';
import type { Box } from './tracker.ts';

const EDGE = 12;
const BESIDE: Placement[] = ['top-start', 'left-start', 'right-start', 'bottom-end', 'top-end'];

/** Puts the card beside the target, never over it; without a target into the lower right corner. */
export async function placeCard(spot: HTMLElement, box: Box | null, stage: HTMLElement): Promise<void> {
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
  const target = { getBoundingClientRect: () => DOMRect.fromRect(box) };
  const { x, y } = await computePosition(target, spot, {
    strategy: 'fixed',
    placement: menu ? 'right-start' : 'bottom-start',
    middleware: [
      offset(12),
      flip({ padding: EDGE, fallbackPlacements: menu ? ['bottom-start', 'top-start'] : BESIDE }),
      shift({ padding: EDGE, crossAxis: false }),
      shift({ padding: EDGE }),
    ],
  });
  // computePosition reckons from the containing block, which is our own; `put` takes it away once more.
  put(x + origin.x, y + origin.y);
}
