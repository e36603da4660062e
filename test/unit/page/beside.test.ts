import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside, EDGE, type Side } from '../../../extension/page/beside.ts';

const WINDOW = { width: 1280, height: 800 };
const CARD = { width: 342, height: 400 };
const ORDER: Side[] = ['bottom', 'top', 'left', 'right'];
const at = (x: number, y: number, width = 80, height = 30) => ({ x, y, width, height });

describe('the card beside its target', () => {
  it('goes below, where there is room', () => {
    expect(beside(at(400, 100), CARD, WINDOW, ORDER)).toEqual({ x: 400, y: 142 });
  });
  it('goes above where there is none below, and slides back into the window', () => {
    expect(beside(at(1180, 700), CARD, WINDOW, ORDER)).toEqual({ x: 1280 - 342 - EDGE, y: 700 - 400 - EDGE });
  });
  it('goes to the side of what is tall', () => {
    expect(beside(at(20, 60, 300, 700), CARD, WINDOW, ORDER)).toEqual({ x: 332, y: 60 });
    expect(beside(at(900, 60, 300, 700), CARD, WINDOW, ORDER)).toEqual({ x: 900 - 342 - EDGE, y: 60 });
  });
  it('takes the first side of the order that it is given', () => {
    expect(beside(at(20, 100), CARD, WINDOW, ['right', 'bottom'])).toEqual({ x: 112, y: 100 });
  });

  it('is always in the window, and covers nothing of a target that leaves room on some side', () => {
    const boxes = fc.record({
      x: fc.integer({ min: 0, max: 1200 }),
      y: fc.integer({ min: 0, max: 760 }),
      width: fc.integer({ min: 1, max: 1280 }),
      height: fc.integer({ min: 1, max: 800 }),
    });
    fc.assert(
      fc.property(boxes, (given) => {
        const box = {
          ...given,
          width: Math.min(given.width, 1280 - given.x),
          height: Math.min(given.height, 800 - given.y),
        };
        const { x, y } = beside(box, CARD, WINDOW, ORDER);
        expect(x).toBeGreaterThanOrEqual(EDGE);
        expect(y).toBeGreaterThanOrEqual(EDGE);
        expect(x + CARD.width).toBeLessThanOrEqual(1280 - EDGE);
        expect(y + CARD.height).toBeLessThanOrEqual(800 - EDGE);
        const most = Math.max(box.y, 800 - box.y - box.height) - CARD.height;
        const beyond = Math.max(box.x, 1280 - box.x - box.width) - CARD.width;
        if (most < 2 * EDGE && beyond < 2 * EDGE) return;
        const apart =
          x >= box.x + box.width ||
          x + CARD.width <= box.x ||
          y >= box.y + box.height ||
          y + CARD.height <= box.y;
        expect(apart).toBe(true);
      }),
    );
  });
});
