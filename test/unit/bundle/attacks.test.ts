import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { layoutOf } from '../../../extension/background/content-take.ts';
import { fetchManifest, fetchPart } from '../../../extension/background/fetch-bundle.ts';
import {
  type BundleErrorCode,
  type Manifest,
  type PartRef,
  type Rotation,
  readArticle,
  rotationBytes,
  rotationLine,
  sha256,
  type TrustedKey,
} from '../../../shared/bundle/index.ts';
import {
  json,
  refOf,
  type Signer,
  sampleArticle,
  sampleCatalogue,
  sampleManifest,
  signer,
  utf8,
} from './samples.ts';

/**
 * The attacks of the threat table in docs/bundle.md, as hosts that really serve them, against both readers: what the
 * extension's background does before anything is stored, and the widget as it is. Each is refused for its own reason.
 */

let ours: Signer;
let next: Signer;
let stranger: Signer;
beforeAll(async () => {
  [ours, next, stranger] = (await Promise.all([1, 2, 3].map(signer))) as [Signer, Signer, Signer];
});

/** What a host has; a function may answer for ever. */
type Files = Map<string, Uint8Array | 'endless'>;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
  vi.unstubAllGlobals();
});

async function host(files: Files): Promise<string> {
  const server = createServer((request, response) => {
    const content = files.get(request.url!.replace('/bundle/', ''));
    response.statusCode = content === undefined ? 404 : 200;
    if (content !== 'endless') return void response.end(content);
    const chunk = Buffer.alloc(1 << 16, 32);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bundle/`;
}

interface Memory {
  keys?: TrustedKey[];
  floor?: Record<string, number>;
  rotations?: Rotation[];
}
/** Opens the bundle and reads one article of it. */
type Reader = (base: string, memory: Memory) => Promise<unknown>;

const extension: Reader = async (base, { keys = [ours], floor = {}, rotations = [] }) => {
  const { manifest } = await fetchManifest(base, { keys, floor, rotations, now: new Date() });
  const { refs } = await layoutOf(manifest, (ref) => fetchPart(base, ref));
  return readArticle(await fetchPart(base, refs.get('article/secure-mail')!), 'secure-mail');
};

const widget: Reader = async (base, { keys = [ours], floor = {}, rotations = [] }) => {
  const stored = new Map([
    ['giljabi:floor', JSON.stringify(floor)],
    ['giljabi:rotations', JSON.stringify(rotations)],
  ]);
  vi.stubGlobal('__GILJABI_KEYS__', keys);
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  const { openBundle } = await import('../../../widget/bundle.ts');
  const bundle = await openBundle(base);
  return bundle.article('secure-mail');
};

/** A good bundle, to be spoilt. */
async function good(by: Signer = ours, over: Partial<Manifest> = {}) {
  const files: Files = new Map();
  const put = async (name: string, bytes: Uint8Array): Promise<PartRef> => {
    files.set(`parts/${await sha256(bytes)}`, bytes);
    return refOf(name, bytes);
  };
  const parts = [
    await put('catalogue', json(sampleCatalogue())),
    await put('article/secure-mail', json(sampleArticle())),
    await put('search', utf8('index')),
  ];
  const manifest = await sampleManifest(by, { parts, ...over });
  const sign = async (bytes: Uint8Array, ...lines: string[]) => {
    files.set('manifest.json', bytes);
    files.set('manifest.sig', utf8([await by.line(bytes), ...lines].join('')));
  };
  await sign(json(manifest));
  const part = (name: string) => `parts/${manifest.parts.find((ref) => ref.name === name)!.hash}`;
  /** The same with another part under this name, all of it signed. */
  const signedWith = async (name: string, bytes: Uint8Array) => {
    const at = manifest.parts.findIndex((ref) => ref.name === name);
    await sign(json({ ...manifest, parts: manifest.parts.with(at, await put(name, bytes)) }));
  };
  return { files, manifest, sign, part, put, signedWith };
}

async function handover(from: Signer, to: Signer, by: [Signer, Signer] = [from, to]): Promise<string> {
  const rotation = { from: from.id, to: to.id, key: to.key };
  const bytes = rotationBytes(rotation);
  const [old, now] = await Promise.all(by.map(async (key) => (await key.line(bytes)).trim().split(' ')[2]!));
  return rotationLine(rotation, old!, now!);
}

interface Attack {
  what: string;
  code: BundleErrorCode;
  where: string;
  make(): Promise<{ files: Files } & Memory>;
}

const text = (files: Files, name: string) => new TextDecoder().decode(files.get(name) as Uint8Array);
const attacks: Attack[] = [
  {
    what: 'no signature',
    ...{ code: 'signature-missing', where: 'manifest.sig' },
    async make() {
      const { files } = await good();
      return { files: files.set('manifest.sig', utf8('\n')) };
    },
  },
  {
    what: 'a stranger’s signature',
    ...{ code: 'signature-missing', where: 'manifest.sig' },
    make: () => good(stranger),
  },
  {
    what: 'one byte changed',
    ...{ code: 'signature-wrong', where: 'manifest.sig' },
    async make() {
      const { files } = await good();
      return {
        files: files.set(
          'manifest.json',
          utf8(text(files, 'manifest.json').replace('"version":7', '"version":8')),
        ),
      };
    },
  },
  {
    what: 'a manifest in the name of another trusted key',
    ...{ code: 'signature-wrong', where: 'manifest.json' },
    async make() {
      const { files, manifest, sign } = await good();
      await sign(json({ ...manifest, key: next.id }));
      return { files, keys: [ours, next] };
    },
  },
  {
    what: 'an old bundle replayed',
    ...{ code: 'older', where: 'manifest.json' },
    make: async () => ({ ...(await good()), floor: { [ours.id]: 8 } }),
  },
  {
    what: 'parts that changed places',
    ...{ code: 'part-wrong', where: 'catalogue' },
    async make() {
      const { files, part } = await good();
      const [one, two] = [files.get(part('catalogue'))!, files.get(part('search'))!];
      return { files: files.set(part('catalogue'), two).set(part('search'), one) };
    },
  },
  {
    what: 'a part of another bundle',
    ...{ code: 'part-wrong', where: 'article/secure-mail' },
    async make() {
      const { files, part } = await good();
      const same = json(sampleArticle()).length;
      return { files: files.set(part('article/secure-mail'), new Uint8Array(same)) };
    },
  },
  {
    what: 'a part that is not there',
    ...{ code: 'part-missing', where: 'catalogue' },
    async make() {
      const { files, manifest, sign } = await good();
      await sign(json({ ...manifest, parts: manifest.parts.filter(({ name }) => name !== 'catalogue') }));
      return { files };
    },
  },
  {
    what: 'a shelf that the manifest does not sign for',
    ...{ code: 'part-missing', where: 'shelf/hiworks.ko' },
    async make() {
      const { files, signedWith } = await good();
      const shelves = [{ name: 'hiworks.ko', console: 'hiworks', lang: 'ko' }];
      await signedWith('catalogue', json({ ...sampleCatalogue(), shelves }));
      return { files };
    },
  },
  {
    what: 'a manifest without end',
    ...{ code: 'too-large', where: 'manifest.json' },
    async make() {
      const { files } = await good();
      return { files: files.set('manifest.json', 'endless') };
    },
  },
  {
    what: 'signatures without end',
    ...{ code: 'too-large', where: 'manifest.sig' },
    async make() {
      const { files } = await good();
      return { files: files.set('manifest.sig', 'endless') };
    },
  },
  {
    what: 'a part without end',
    ...{ code: 'part-wrong', where: 'catalogue' },
    async make() {
      const { files, part } = await good();
      return { files: files.set(part('catalogue'), 'endless') };
    },
  },
  {
    what: 'words instead of JSON, though signed',
    ...{ code: 'not-json', where: 'manifest.json' },
    async make() {
      const { files, sign } = await good();
      await sign(utf8('hello'));
      return { files };
    },
  },
  {
    what: 'a newer format',
    ...{ code: 'format', where: 'manifest.json' },
    async make() {
      const { files, manifest, sign } = await good();
      await sign(json({ ...manifest, format: 2, more: true }));
      return { files };
    },
  },
  {
    what: 'an unknown key, though signed',
    ...{ code: 'shape', where: 'manifest.json' },
    async make() {
      const { files, manifest, sign } = await good();
      await sign(json({ ...manifest, script: 'x' }));
      return { files };
    },
  },
  {
    what: 'prototype pollution, though signed',
    ...{ code: 'shape', where: 'catalogue' },
    async make() {
      const { files, signedWith } = await good();
      await signedWith(
        'catalogue',
        utf8(JSON.stringify(sampleCatalogue()).replace('{', '{"__proto__":{"polluted":1},')),
      );
      return { files };
    },
  },
  {
    what: 'a tree too deep, though signed',
    ...{ code: 'shape', where: 'article/secure-mail' },
    async make() {
      const { files, signedWith } = await good();
      await signedWith('article/secure-mail', utf8('['.repeat(100_000) + ']'.repeat(100_000)));
      return { files };
    },
  },
  {
    what: 'a script in a link, though signed',
    ...{ code: 'shape', where: 'article/secure-mail' },
    async make() {
      const { files, signedWith } = await good();
      const blocks = [{ t: 'para', kids: [{ t: 'link', href: 'javascript:alert(1)', kids: [] }] }];
      await signedWith('article/secure-mail', json({ ...sampleArticle(), blocks }));
      return { files };
    },
  },
  {
    what: 'a key that was replaced and goes on signing',
    ...{ code: 'key-retired', where: 'manifest.sig' },
    make: async () => ({
      ...(await good(ours, { version: Number.MAX_SAFE_INTEGER })),
      rotations: [{ from: ours.id, to: next.id, key: next.key }],
    }),
  },
  {
    what: 'a handover that the old key did not sign',
    ...{ code: 'signature-missing', where: 'manifest.sig' },
    async make() {
      const { files, manifest, sign } = await good(stranger);
      await sign(json(manifest), await handover(ours, stranger, [stranger, stranger]));
      return { files };
    },
  },
  {
    what: 'an author’s draft, with a good signature',
    ...{ code: 'draft', where: 'manifest.json' },
    make: () => good(ours, { draft: true }),
  },
];

describe.each<[string, Reader]>([
  ['the extension', extension],
  ['the widget', widget],
])('%s', (_who, open) => {
  beforeEach(() => {
    vi.resetModules();
  });

  it('reads a good bundle', async () => {
    const { files } = await good();
    expect(await open(await host(files), {})).toEqual(sampleArticle());
  });

  it('follows a good handover', async () => {
    const { files, manifest, sign } = await good(next);
    await sign(json(manifest), await handover(ours, next));
    expect(await open(await host(files), { floor: { [ours.id]: Number.MAX_SAFE_INTEGER } })).toEqual(
      sampleArticle(),
    );
  });

  it.each(attacks.map((attack): [string, Attack] => [attack.what, attack]))(
    'refuses %s',
    async (_what, attack) => {
      const { files, ...memory } = await attack.make();
      const refused = await open(await host(files), memory).then(
        () => 'read',
        (error) => error,
      );
      expect(refused).toMatchObject({ name: 'BundleError', code: attack.code, where: attack.where });
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    },
  );
});
