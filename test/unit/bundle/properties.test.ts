import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  BundleError,
  readArticle,
  readCatalogue,
  readGuide,
  verifyBytes,
  verifyManifest,
} from '../../../shared/bundle/index.ts';
import { json, sampleArticle, sampleGuide, sampleManifest, signer, trust, utf8 } from './samples.ts';

/** Runs a reader; anything that it throws but a BundleError fails the test. */
async function answered(work: () => unknown): Promise<'read' | 'refused'> {
  try {
    await work();
    return 'read';
  } catch (error) {
    if (error instanceof BundleError) return 'refused';
    throw error;
  }
}

const readers = [
  (bytes: Uint8Array) => readArticle(bytes, 'a'),
  (bytes: Uint8Array) => readGuide(bytes, 'a'),
  readCatalogue,
];

/** A JSON tree with one node of it replaced by something else. */
const damaged = (value: unknown) =>
  fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 4 })).map(([at, other]) => {
    let count = 0;
    const text = JSON.stringify(value, (_key, node) => {
      count++;
      return node;
    });
    const target = at % count;
    let index = 0;
    return JSON.stringify(JSON.parse(text), (_key, node) => (index++ === target ? other : node));
  });

it('any bytes are read or refused with a reason, never anything else', async () => {
  const key = await signer();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (bytes, signatures) => {
      for (const reader of readers) expect(await answered(() => reader(bytes))).toBe('refused');
      expect(await answered(() => verifyManifest(bytes, signatures, trust([key])))).toBe('refused');
      const signed = await key.line(bytes);
      expect(await answered(() => verifyManifest(bytes, signed, trust([key])))).toBe('refused');
    }),
    { numRuns: 150 },
  );
});

it('any JSON, though signed, is read or refused with a reason', async () => {
  const key = await signer();
  await fc.assert(
    fc.asyncProperty(fc.json({ maxDepth: 6 }), async (text) => {
      const bytes = utf8(text);
      for (const reader of readers) await answered(() => reader(bytes));
      const signed = await key.line(bytes);
      expect(await answered(() => verifyManifest(bytes, signed, trust([key])))).toBe('refused');
    }),
    { numRuns: 200 },
  );
});

it('good content with one node replaced is read or refused with a reason', async () => {
  const key = await signer();
  const manifest = await sampleManifest(key);
  let refusals = 0;
  await fc.assert(
    fc.asyncProperty(
      damaged(sampleArticle()),
      damaged(sampleGuide()),
      damaged(manifest),
      async (article, guide, list) => {
        const bytes = utf8(list);
        const results = [
          await answered(() => readArticle(utf8(article), 'a')),
          await answered(() => readGuide(utf8(guide), 'a')),
          await answered(async () => verifyManifest(bytes, await key.line(bytes), trust([key]))),
        ];
        refusals += results.filter((result) => result === 'refused').length;
      },
    ),
    { numRuns: 200 },
  );
  expect(refusals).toBeGreaterThan(200);
});

it('what is read is read again the same: reading adds and drops nothing', () => {
  const bytes = json(sampleArticle());
  expect(json(readArticle(bytes, 'a'))).toEqual(bytes);
});

it('a signature check on any text answers no, it never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.string(), fc.string(), async (bytes, signature, key) => {
      expect(await verifyBytes(bytes, signature, key)).toBe(false);
    }),
    { numRuns: 50 },
  );
});
