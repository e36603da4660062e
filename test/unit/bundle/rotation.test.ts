import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  applyRotations,
  type Rotation,
  rotationBytes,
  rotationLine,
  type Trust,
  verifyManifest,
} from '../../../shared/bundle/index.ts';
import { json, type Signer, sampleManifest, signer, trust } from './samples.ts';

let first: Signer;
let second: Signer;
let third: Signer;
let thief: Signer;
beforeAll(async () => {
  [first, second, third, thief] = (await Promise.all([1, 2, 3, 4].map(signer))) as [
    Signer,
    Signer,
    Signer,
    Signer,
  ];
});

const rotation = (from: Signer, to: Signer): Rotation => ({ from: from.id, to: to.id, key: to.key });
/** The line as the publisher writes it; `by` are those who really sign. */
async function handover(from: Signer, to: Signer, by: [Signer, Signer] = [from, to]): Promise<string> {
  const bytes = rotationBytes(rotation(from, to));
  const [old, now] = await Promise.all(by.map(async (key) => (await key.line(bytes)).trim().split(' ')[2]!));
  return rotationLine(rotation(from, to), old!, now!);
}
async function check(by: Signer, lines: string[], over: Partial<Trust> = {}, version = 7) {
  const bytes = json(await sampleManifest(by, { version }));
  return verifyManifest(bytes, (await by.line(bytes)) + lines.join(''), trust([first], over));
}
const refused = (code: string) =>
  expect.objectContaining({ name: 'BundleError', code, where: 'manifest.sig' });

describe('a key is handed over', () => {
  it('by a line that the old and the new key have signed, and the reader is told what to keep', async () => {
    const { manifest, rotations } = await check(second, [await handover(first, second)]);
    expect(manifest.key).toBe(second.id);
    expect(rotations).toEqual([rotation(first, second)]);
  });

  it('over any number of hands, whatever the order of the lines', async () => {
    const lines = [await handover(second, third), await handover(first, second)];
    const { rotations } = await check(third, lines);
    expect(rotations).toEqual([rotation(first, second), rotation(second, third)]);
  });

  it('for good: what was kept needs no line, and news are only what is new', async () => {
    const rotations = [rotation(first, second)];
    expect(await check(second, [], { rotations })).not.toHaveProperty('rotations');
    const line = await handover(second, third);
    expect((await check(third, [line], { rotations })).rotations).toEqual([rotation(second, third)]);
  });

  it('and versions of the new key are not measured by those of the old: a stolen key cannot block the mend', async () => {
    const floor = { [first.id]: Number.MAX_SAFE_INTEGER };
    const { manifest } = await check(second, [await handover(first, second)], { floor }, 1);
    expect(manifest.version).toBe(1);
  });
});

describe('a retired key', () => {
  it('signs nothing any more that this reader takes', async () => {
    await expect(check(first, [], { rotations: [rotation(first, second)] })).rejects.toEqual(
      refused('key-retired'),
    );
    await expect(check(first, [await handover(first, second)])).rejects.toEqual(refused('key-retired'));
  });

  it('hands nothing over a second time', async () => {
    const rotations = [rotation(first, second)];
    const line = await handover(first, thief);
    await expect(check(thief, [line], { rotations })).rejects.toEqual(refused('signature-missing'));
  });

  it('does not come back in a circle', async () => {
    const lines = [await handover(first, second), await handover(second, first)];
    expect((await check(second, lines)).manifest.key).toBe(second.id);
  });
});

describe('a handover is nothing', () => {
  it.each<[string, () => Promise<string>]>([
    ['that the old key did not sign', () => handover(first, second, [thief, second])],
    ['that the new key did not sign', () => handover(first, second, [first, thief])],
    ['from a key that was never trusted', () => handover(thief, second)],
    [
      'to a key under the name of another',
      async () => (await handover(first, thief)).replace(thief.id, second.id),
    ],
    ['that is cut short', async () => (await handover(first, second)).slice(0, 150)],
    [
      'made of signatures of a manifest',
      async () => {
        const bytes = json(await sampleManifest(second));
        const text = async (key: Signer) => (await key.line(bytes)).trim().split(' ')[2]!;
        return rotationLine(rotation(first, second), await text(first), await text(second));
      },
    ],
  ])('%s', async (_what, line) => {
    await expect(check(second, [await line()])).rejects.toEqual(refused('signature-missing'));
  });

  it('behind more lines than any publisher writes', async () => {
    const noise = Array.from({ length: 24 }, () => handover(thief, third));
    const lines = [...(await Promise.all(noise)), await handover(first, second)];
    await expect(check(second, lines)).rejects.toEqual(refused('signature-missing'));
  });
});

it('whatever lines stand there, only a chain of real handovers changes whom a reader trusts', async () => {
  const all = [first, second, third, thief];
  const pairs = all.flatMap((from) => all.filter((to) => to !== from).map((to) => [from, to] as const));
  const lines = await Promise.all(
    pairs.flatMap(([from, to]) => [handover(from, to), handover(from, to, [thief, thief])]),
  );
  await fc.assert(
    fc.asyncProperty(fc.subarray(lines.slice(0, 24)), fc.constantFrom(...all), async (some, by) => {
      const result = await check(by, some).catch((error) => error);
      // Followed by hand: from the first key along honest lines, first line first.
      let at = first;
      const done = new Set<Signer>();
      for (let moved = true; moved; ) {
        moved = false;
        for (const [i, [from, to]] of pairs.entries())
          if (from === at && !done.has(to) && some.includes(lines[2 * i]!)) {
            done.add(from);
            at = to;
            moved = true;
          }
      }
      expect('manifest' in result).toBe(by === at);
    }),
    { numRuns: 100 },
  );
});

it('kept handovers that lead nowhere change nothing', () => {
  const keys = [{ id: first.id, key: first.key }];
  expect(applyRotations(keys, [rotation(second, third)])).toEqual(keys);
});
