import { expect, test } from 'vitest';
import { bundled, gzipped } from '../../bench/locate/speed.ts';

/** Bytes, gzipped. It goes into every page of a console: whoever adds to the locator takes something out as well. */
const BUDGET = 16_200;

test(`the whole locator is one module of at most ${BUDGET} bytes gzipped, without any import`, async () => {
  const module = await bundled();
  expect(gzipped(module)).toBeLessThanOrEqual(BUDGET);
  expect(new TextDecoder().decode(module)).not.toMatch(/\bimport\b|\brequire\(/);
});
