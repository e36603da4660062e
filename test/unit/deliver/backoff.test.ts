import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextWait, retryAfterMs } from '../../../desk/deliver/backoff.ts';

it('tries ten times over about three days, and then it is support’s turn', () => {
  const waits = Array.from({ length: 10 }, (_, index) => nextWait(index + 1, 0.5, 0));
  expect(waits[9]).toBeNull();
  expect(waits.slice(0, 3)).toEqual([5000, 300_000, 1_800_000]);
  const days = waits.slice(0, 9).reduce<number>((sum, wait) => sum + wait!, 0) / 86_400_000;
  expect(days).toBeGreaterThan(3);
  expect(days).toBeLessThan(3.5);
});

it('never comes back before it was asked to, nor a day later than that', () => {
  const random = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), random, fc.nat(400_000_000), (tries, chance, asked) => {
      const wait = nextWait(tries, chance, asked)!;
      const own = nextWait(tries, chance, 0)!;
      expect(wait).toBe(Math.max(own, Math.min(asked, 86_400_000)));
    }),
  );
});

it('reads Retry-After in seconds and as a date', () => {
  const now = Date.parse('2026-11-22T00:00:00Z');
  expect(retryAfterMs('120', now)).toBe(120_000);
  expect(retryAfterMs('Sun, 22 Nov 2026 00:01:00 GMT', now)).toBe(60_000);
  for (const nothing of [null, undefined, '', 'soon', '-5', '1.5', 'Sun, 22 Nov 2020 00:00:00 GMT'])
    expect(retryAfterMs(nothing, now)).toBe(0);
});
