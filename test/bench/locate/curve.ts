/** Chance -> confidence: how often answers of that chance were right, never falling, on families left out. */
import type { Answer } from './score.ts';

export function curveOf(given: Answer[]): [number, number][] {
  const sorted = given.filter((one) => one.chance > 0).sort((a, b) => a.chance - b.chance);
  const size = Math.max(50, Math.floor(sorted.length / 16));
  const blocks: { x: number; y: number; n: number }[] = [];
  for (let from = 0; from < sorted.length; from += size) {
    const some = sorted.slice(from, from + size);
    blocks.push({
      x: mean(some.map((one) => one.chance)),
      y: mean(some.map((one) => (one.right ? 1 : 0))),
      n: some.length,
    });
    // Pool adjacent violators: a higher chance is never a lower confidence.
    while (blocks.length > 1 && blocks[blocks.length - 2]!.y >= blocks[blocks.length - 1]!.y) {
      const b = blocks.pop()!;
      const a = blocks.pop()!;
      const n = a.n + b.n;
      blocks.push({ x: (a.x * a.n + b.x * b.n) / n, y: (a.y * a.n + b.y * b.n) / n, n });
    }
  }
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  const curve: [number, number][] = [[0, 0]];
  for (const block of blocks)
    if (round(block.x) > curve[curve.length - 1]![0])
      curve.push([round(block.x), Math.min(0.995, round(block.y))]);
  if (curve[curve.length - 1]![0] < 1) curve.push([1, Math.max(curve[curve.length - 1]![1], 0.995)]);
  return curve;
}

function mean(list: number[]): number {
  return list.reduce((a, b) => a + b, 0) / list.length;
}
