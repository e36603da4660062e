import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import {
  BundleError,
  type Rotation,
  rotationBytes,
  rotationLine,
  verifyManifest,
} from '../../../shared/bundle/index.ts';
import { json, NOW, type Signer, sampleManifest, signer } from './samples.ts';

/** A reader over its whole life: whatever hosts serve it, in whatever order, and whoever has stolen a key. */

const KEYS = 4;
let keys: Signer[];
let handovers: string[][];
const served = new Map<string, { bytes: Uint8Array; line: string }>();

beforeAll(async () => {
  keys = await Promise.all(Array.from({ length: KEYS }, signer));
  const text = async (key: Signer, bytes: Uint8Array) => (await key.line(bytes)).trim().split(' ')[2]!;
  handovers = await Promise.all(
    keys.map((from) =>
      Promise.all(
        keys.map(async (to) => {
          const rotation = { from: from.id, to: to.id, key: to.key };
          const bytes = rotationBytes(rotation);
          return rotationLine(rotation, await text(from, bytes), await text(to, bytes));
        }),
      ),
    ),
  );
});

async function bundle(by: number, version: number) {
  const name = `${by} ${version}`;
  if (!served.has(name)) {
    const bytes = json(await sampleManifest(keys[by]!, { version }));
    served.set(name, { bytes, line: await keys[by]!.line(bytes) });
  }
  return served.get(name)!;
}

const key = fc.nat({ max: KEYS - 1 });
const answer = fc.record({
  by: key,
  version: fc.constantFrom(1, 2, 3, 4, 5, Number.MAX_SAFE_INTEGER),
  lines: fc.array(fc.tuple(key, key), { maxLength: 4 }),
  harm: fc.constantFrom('none', 'none', 'none', 'byte', 'signature'),
});

it('never goes back, never follows a retired key, and remembers nothing of what it refused', async () => {
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 12 }), async (answers) => {
      let floor: Record<string, number> = {};
      let rotations: Rotation[] = [];
      for (const { by, version, lines, harm } of answers) {
        const { bytes, line } = await bundle(by, version);
        const sent = bytes.slice();
        if (harm === 'byte') sent[60] = sent[60]! ^ 1;
        const signatures =
          (harm === 'signature' ? line.replace(/.{4}==\n$/, 'AAAA==\n') : line) +
          lines.map(([from, to]) => handovers[from]![to]).join('');
        const before = { floor: { ...floor }, retired: new Set(rotations.map(({ from }) => from)) };
        const trust = { keys: [keys[0]!], floor, rotations, now: NOW };
        try {
          const found = await verifyManifest(sent, signatures, trust);
          accepted += 1;
          expect(harm).toBe('none');
          expect(before.retired.has(found.manifest.key)).toBe(false);
          expect(found.manifest.version).toBeGreaterThanOrEqual(before.floor[found.manifest.key] ?? 0);
          rotations = [...rotations, ...(found.rotations ?? [])];
          // Each key hands over once, and the chain starts at the key that the reader was built with.
          expect(new Set(rotations.map(({ from }) => from)).size).toBe(rotations.length);
          let at = keys[0]!.id;
          for (const rotation of rotations) {
            expect(rotation.from).toBe(at);
            at = rotation.to;
          }
          expect(found.manifest.key).toBe(at);
          floor = { ...floor, [found.manifest.key]: found.manifest.version };
        } catch (error) {
          if (!(error instanceof BundleError)) throw error;
          expect(floor).toEqual(before.floor);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(accepted).toBeGreaterThan(100);
});
