import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Current } from '../../../extension/background/content-store.ts';
import { type Layout, layoutOf, type Takes, take } from '../../../extension/background/content-take.ts';
import {
  type Catalogue,
  type Manifest,
  type PartRef,
  readArticle,
  type Shelf,
  sha256,
  type Verified,
  verifyPart,
} from '../../../shared/bundle/index.ts';
import {
  json,
  refOf,
  type Signer,
  sampleArticle,
  sampleCatalogue,
  sampleGuide,
  sampleManifest,
  signer,
} from '../bundle/samples.ts';

let key: Signer;
beforeAll(async () => {
  key = await signer();
});

interface Published {
  verified: Verified;
  files: Map<string, Uint8Array>;
}

/** A bundle with a shelf of three articles, whose texts say which version they are of. */
async function published(version: number, texts: string[]): Promise<Published> {
  const files = new Map<string, Uint8Array>();
  const put = async (name: string, value: unknown): Promise<PartRef> => {
    const bytes = value instanceof Uint8Array ? value : json(value);
    files.set(await sha256(bytes), bytes);
    return refOf(name, bytes);
  };
  const parts: PartRef[] = [];
  for (const [at, title] of texts.entries()) {
    parts.push(await put(`article/a${at}`, sampleArticle({ id: `a${at}`, title })));
    parts.push(await put(`guide/a${at}`, sampleGuide({ id: `a${at}`, title })));
  }
  const entry = sampleCatalogue().articles[0]!;
  const shelf: Shelf = {
    articles: texts.map((title, at) => ({ ...entry, id: `a${at}`, title })),
    guides: [],
    parts,
  };
  const catalogue: Catalogue = {
    ...sampleCatalogue(),
    ...{ articles: [], guides: [], shelves: [{ name: 'hiworks.ko', console: 'hiworks', lang: 'ko' }] },
  };
  const manifest = await sampleManifest(key, {
    version,
    parts: [
      await put('catalogue', catalogue),
      await put('shelf/hiworks.ko', shelf),
      await put('search/hiworks.ko', new TextEncoder().encode(`index ${texts}`)),
    ],
  });
  return { verified: { manifest, stale: false }, files };
}

class Killed extends Error {}

/** What survives a kill: a store whose every write is whole or not at all, and the memory of versions. */
class Machine {
  parts = new Map<string, Uint8Array>();
  pointer: Current | null = null;
  floor = 0;
  /** Awaits that are still granted. */
  left = Number.POSITIVE_INFINITY;
  steps = 0;

  /** Every await of the program goes through here: it may be the last thing that happens. */
  async step<T>(work: () => T | Promise<T>): Promise<T> {
    this.steps += 1;
    if (this.left-- <= 0) throw new Killed();
    const result = await work();
    // Killed after the work was done and before anybody heard of it.
    if (this.left-- <= 0) throw new Killed();
    return result;
  }

  world(from: Published): Takes {
    const fetch = (ref: PartRef) =>
      this.step(async () => {
        const bytes = from.files.get(ref.hash)!;
        await verifyPart(ref, bytes);
        return bytes;
      });
    return {
      has: (hash) => this.step(() => this.parts.has(hash)),
      had: (ref) => this.step(() => this.parts.has(ref.hash)),
      get: async (ref) => this.parts.get(ref.hash) ?? fetch(ref),
      put: (hash, bytes) => this.step(() => void this.parts.set(hash, bytes)),
      activate: (current, keep) =>
        this.step(() => {
          this.pointer = current;
          for (const hash of this.parts.keys()) if (!keep.has(hash)) this.parts.delete(hash);
        }),
      fetch,
      remember: ({ manifest }) =>
        this.step(() => {
          this.floor = Math.max(this.floor, manifest.version);
        }),
    };
  }

  layout(): Promise<Layout> {
    return layoutOf(this.pointer!.manifest, async (ref) => this.parts.get(ref.hash)!);
  }

  /** Titles of all articles that can be read without a network, by id; throws when lists and texts do not belong together. */
  async readable(): Promise<Record<string, string>> {
    const { shelves, refs } = await this.layout();
    const titles: Record<string, string> = {};
    for (const { id, title } of shelves.flatMap(({ articles }) => articles)) {
      const ref = refs.get(`article/${id}`)!;
      const bytes = this.parts.get(ref.hash);
      if (!bytes) continue;
      await verifyPart(ref, bytes);
      expect(readArticle(bytes, id).title).toBe(title);
      titles[id] = title;
    }
    return titles;
  }
}

/** A machine on which the first version is whole, texts and all. */
async function withFirst(first: Published): Promise<Machine> {
  const machine = new Machine();
  await take(machine.world(first), first.verified, 'synced', null);
  for (const [hash, bytes] of first.files) machine.parts.set(hash, bytes);
  machine.steps = 0;
  return machine;
}

const versionOf = (manifest: Manifest) => manifest.version;

describe('a reader that is killed', () => {
  it('after any await of taking a newer bundle has the old one whole, or the new one', async () => {
    const [first, second] = [
      await published(1, ['하나', '둘', '셋']),
      await published(2, ['하나', '둘 고침', '셋 고침']),
    ];
    const whole = await withFirst(first);
    await take(whole.world(second), second.verified, 'synced', await whole.layout());
    const awaits = whole.steps * 2;
    expect(awaits).toBeGreaterThan(20);
    const seen = new Set<number>();
    for (let kill = 0; kill < awaits; kill++) {
      const machine = await withFirst(first);
      machine.left = kill;
      await expect(
        take(machine.world(second), second.verified, 'synced', await machine.layout()),
      ).rejects.toBeInstanceOf(Killed);
      const version = versionOf(machine.pointer!.manifest);
      seen.add(version);
      expect(await machine.readable(), `killed after ${kill}`).toEqual(
        version === 1 ? { a0: '하나', a1: '둘', a2: '셋' } : { a0: '하나', a1: '둘 고침', a2: '셋 고침' },
      );
      // 3.3: nothing is remembered that was not taken.
      expect(machine.floor).toBeLessThanOrEqual(version);
      // What was staged already is not fetched again, and the second attempt comes through.
      machine.left = Number.POSITIVE_INFINITY;
      await take(machine.world(second), second.verified, 'synced', await machine.layout());
      expect(versionOf(machine.pointer!.manifest)).toBe(2);
      expect(machine.floor).toBe(2);
    }
    expect([...seen].sort()).toEqual([1, 2]);
  });

  it('on its first run has nothing, or the bundle with all its lists', async () => {
    const first = await published(1, ['하나', '둘', '셋']);
    for (let kill = 0; kill < 40; kill++) {
      const machine = new Machine();
      machine.left = kill;
      await take(machine.world(first), first.verified, 'synced', null).catch(() => undefined);
      if (machine.pointer) expect((await machine.layout()).shelves[0]?.articles).toHaveLength(3);
    }
  });

  it('any number of times, over any versions, never loses a text that it could read', async () => {
    const versions = await Promise.all(
      [1, 2, 3, 4].map((version) => published(version, ['하나', `둘 ${version}`, `셋 ${version % 2}`])),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat({ max: 40 })), { maxLength: 8 }),
        async (tries) => {
          const machine = await withFirst(versions[0]!);
          let last = 1;
          for (const [next, kill] of tries) {
            machine.left = kill;
            const from = versions[next]!;
            if (from.verified.manifest.version <= last) continue;
            await take(machine.world(from), from.verified, 'synced', await machine.layout()).catch(
              (error) => {
                if (!(error instanceof Killed)) throw error;
              },
            );
            const now = versionOf(machine.pointer!.manifest);
            expect(now).toBeGreaterThanOrEqual(last);
            last = now;
            expect(Object.keys(await machine.readable())).toEqual(['a0', 'a1', 'a2']);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a part that differs from what was signed', () => {
  it('leaves the old bundle in use', async () => {
    const [first, second] = [await published(1, ['하나']), await published(2, ['하나 고침'])];
    for (const hash of second.files.keys()) {
      if (first.files.has(hash)) continue;
      const machine = await withFirst(first);
      const spoilt = { ...second, files: new Map(second.files).set(hash, new Uint8Array([1])) };
      const taken = take(machine.world(spoilt), second.verified, 'synced', await machine.layout());
      await expect(taken).rejects.toMatchObject({ code: 'part-wrong' });
      expect(versionOf(machine.pointer!.manifest)).toBe(1);
      expect(await machine.readable()).toEqual({ a0: '하나' });
    }
  });
});

describe('what is fetched', () => {
  it('first are lists and search; of texts only those that could be read before and changed', async () => {
    const [first, second] = [
      await published(1, ['하나', '둘', '셋']),
      await published(2, ['하나', '둘 고침', '셋']),
    ];
    const machine = await withFirst(first);
    const old = await machine.layout();
    const names: string[] = [];
    const noting = (world: Takes): Takes => ({
      ...world,
      fetch(ref) {
        names.push(ref.name);
        return world.fetch(ref);
      },
    });
    await take(noting(machine.world(second)), second.verified, 'synced', old);
    expect(names.splice(0).sort()).toEqual([
      'article/a1',
      'guide/a1',
      'search/hiworks.ko',
      'shelf/hiworks.ko',
    ]);
    // On a new machine there is nothing to lose.
    await take(noting(new Machine().world(second)), second.verified, 'synced', null);
    expect(names.sort()).toEqual(['catalogue', 'search/hiworks.ko', 'shelf/hiworks.ko']);
  });
});
