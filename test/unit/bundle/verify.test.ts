import { beforeAll, describe, expect, it } from 'vitest';
import {
  type BundleErrorCode,
  type Manifest,
  partRef,
  toBase64,
  verifyManifest,
  verifyPart,
} from '../../../shared/bundle/index.ts';
import { json, refOf, type Signer, sampleManifest, signer, trust, utf8 } from './samples.ts';

let ours: Signer;
let successor: Signer;
let stranger: Signer;
beforeAll(async () => {
  [ours, successor, stranger] = await Promise.all([signer(), signer(), signer()]);
});

const refusal = (code: BundleErrorCode, where: string) => expect.objectContaining({ code, where });

/** Reads a manifest signed with our key, as a reader who trusts both our keys. */
async function check(over: Partial<Manifest> | Record<string, unknown>, floor: Record<string, number> = {}) {
  const bytes = json({ ...(await sampleManifest(ours)), ...over });
  return verifyManifest(bytes, await ours.line(bytes), trust([ours, successor], { floor }));
}

describe('a good manifest', () => {
  it('is read as it was signed', async () => {
    const manifest = await sampleManifest(ours);
    expect(await check({})).toEqual({ manifest, stale: false });
  });

  it('may be signed by several keys, in any order, among lines that this reader does not know', async () => {
    const bytes = json(await sampleManifest(ours));
    const lines = [
      'ed448 0123456789abcdef AAAA\n',
      await stranger.line(bytes),
      await successor.line(bytes),
      await ours.line(bytes),
    ];
    const { manifest } = await verifyManifest(bytes, lines.join(''), trust([ours, successor]));
    expect(manifest.key).toBe(ours.id);
  });

  it('may stand beside the signature of the version before: publishing replaces one file, then the other', async () => {
    const before = json(await sampleManifest(ours, { version: 6 }));
    const now = json(await sampleManifest(ours));
    const signatures = (await ours.line(now)) + (await ours.line(before));
    for (const [bytes, version] of [
      [before, 6],
      [now, 7],
    ] as const)
      expect((await verifyManifest(bytes, signatures, trust([ours]))).manifest.version).toBe(version);
  });

  it('of the version that was accepted last is accepted again', async () => {
    expect((await check({}, { [ours.id]: 7 })).manifest.version).toBe(7);
  });

  it('is not measured by versions of another key', async () => {
    expect((await check({}, { [successor.id]: 100 })).manifest.version).toBe(7);
  });

  it('past its time is stale and still usable', async () => {
    expect(await check({ expires: '2026-11-21T08:59:59Z' })).toMatchObject({ stale: true });
    expect(await check({ expires: '2026-11-21T09:00:00Z' })).toMatchObject({ stale: false });
  });
});

describe('a manifest is refused', () => {
  const signed = async () => {
    const bytes = json(await sampleManifest(ours));
    return { bytes, line: await ours.line(bytes) };
  };

  it.each([
    ['nothing', ''],
    ['words', 'trust me\n'],
    ['another algorithm', 'rsa 0123456789abcdef AAAA\n'],
  ])('with %s for a signature', async (_what, signatures) => {
    const { bytes } = await signed();
    await expect(verifyManifest(bytes, signatures, trust([ours]))).rejects.toEqual(
      refusal('signature-missing', 'manifest.sig'),
    );
  });

  it('signed by a key that nobody trusts', async () => {
    const bytes = json(await sampleManifest(stranger));
    await expect(verifyManifest(bytes, await stranger.line(bytes), trust([ours]))).rejects.toEqual(
      refusal('signature-missing', 'manifest.sig'),
    );
  });

  it('signed by a stranger in the name of a trusted key', async () => {
    const bytes = json(await sampleManifest(ours));
    const forged = (await stranger.line(bytes)).replace(stranger.id, ours.id);
    await expect(verifyManifest(bytes, forged, trust([ours]))).rejects.toEqual(
      refusal('signature-wrong', 'manifest.sig'),
    );
  });

  it('signed by another trusted key than it names', async () => {
    const bytes = json(await sampleManifest(ours));
    await expect(
      verifyManifest(bytes, await successor.line(bytes), trust([ours, successor])),
    ).rejects.toEqual(refusal('signature-wrong', 'manifest.json'));
  });

  it('with any one byte changed', async () => {
    const { bytes, line } = await signed();
    for (let at = 0; at < bytes.length; at += 41) {
      const flipped = bytes.slice();
      flipped[at] = flipped[at]! ^ 1;
      await expect(verifyManifest(flipped, line, trust([ours])), `byte ${at}`).rejects.toEqual(
        refusal('signature-wrong', 'manifest.sig'),
      );
    }
  });

  it('with one byte of its signature changed', async () => {
    const { bytes, line } = await signed();
    const signature = Uint8Array.from(atob(line.split(' ')[2]!.trim()), (char) => char.charCodeAt(0));
    signature[10] = signature[10]! ^ 1;
    await expect(
      verifyManifest(bytes, `ed25519 ${ours.id} ${toBase64(signature)}`, trust([ours])),
    ).rejects.toEqual(refusal('signature-wrong', 'manifest.sig'));
  });

  it('below the version that was accepted: an old bundle with its own good signature', async () => {
    await expect(check({ version: 6 }, { [ours.id]: 7 })).rejects.toEqual(refusal('older', 'manifest.json'));
  });

  it('larger than any real one, before anything of it is read', async () => {
    await expect(verifyManifest(new Uint8Array(64 * 1024 * 1024 + 1), '', trust([ours]))).rejects.toEqual(
      refusal('too-large', 'manifest.json'),
    );
  });

  it('made for a newer reader, with a code of its own, whatever else is in it', async () => {
    await expect(check({ format: 2, newThing: true })).rejects.toEqual(refusal('format', 'manifest.json'));
  });

  it.each([
    ['a format from before the first', { format: 0 }],
    ['an unknown key', { note: 'hello' }],
    ['no parts', { parts: undefined }],
    ['version 0', { version: 0 }],
    ['a version between two', { version: 1.5 }],
    ['a version that numbers cannot tell from the next', { version: 2 ** 53 }],
    ['a time in words', { expires: 'tomorrow' }],
    ['a time that no clock can compare, and so would never end', { expires: '2027-01-30T00:00:00+09' }],
    ['a part outside the known names', { parts: [{ name: 'script/a', hash: '0'.repeat(64), size: 1 }] }],
    [
      'a part that climbs out of its folder',
      { parts: [{ name: 'article/../../x', hash: '0'.repeat(64), size: 1 }] },
    ],
    ['a hash that is a path', { parts: [{ name: 'search', hash: '../../../etc/passwd', size: 1 }] }],
    [
      'a part too large to hold',
      { parts: [{ name: 'search', hash: '0'.repeat(64), size: 256 * 1024 * 1024 + 1 }] },
    ],
    [
      'the same part twice',
      {
        parts: [
          { name: 'search', hash: '0'.repeat(64), size: 1 },
          { name: 'search', hash: '1'.repeat(64), size: 1 },
        ],
      },
    ],
  ])('with %s, though signed', async (_what, over) => {
    await expect(check(over)).rejects.toEqual(refusal('shape', 'manifest.json'));
  });

  it.each([
    ['text that is not JSON', utf8('{"format":1,')],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22])],
    ['nothing at all', new Uint8Array()],
  ])('when it is %s, though signed', async (_what, bytes) => {
    await expect(verifyManifest(bytes, await ours.line(bytes), trust([ours]))).rejects.toEqual(
      refusal('not-json', 'manifest.json'),
    );
  });
});

describe('a part', () => {
  it('with the length and hash of the manifest is good', async () => {
    const bytes = utf8('{}');
    await expect(verifyPart(await refOf('article/a', bytes), bytes)).resolves.toBeUndefined();
  });

  it.each([
    ['truncated', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['with something behind it', (bytes: Uint8Array) => new Uint8Array([...bytes, 32])],
    ['with a changed byte', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte))],
    ['of another bundle, equally long', () => utf8('{"title":"b"}')],
    ['empty', () => new Uint8Array()],
  ])('%s is refused by name', async (_what, attack) => {
    const bytes = utf8('{"title":"a"}');
    await expect(verifyPart(await refOf('article/a', bytes), attack(bytes))).rejects.toEqual(
      refusal('part-wrong', 'article/a'),
    );
  });

  it('that the manifest does not list is missing by name', async () => {
    const manifest = await sampleManifest(ours);
    expect(() => partRef(manifest, 'article/gone')).toThrow(refusal('part-missing', 'article/gone'));
    expect(partRef(manifest, 'search').size).toBe(3);
  });
});
