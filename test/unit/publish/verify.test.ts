import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonBytes } from '../../../desk/publish/bundle.ts';
import { type KeyPair, loadKey, newKey, sign } from '../../../desk/publish/keys.ts';
import { publish } from '../../../desk/publish/publish.ts';
import { inDirectory, overHttp, verifyBundle } from '../../../desk/publish/verify-bundle.ts';
import type { Manifest } from '../../../shared/bundle/index.ts';
import { contentFolder, emptyFolder, manual, STEPS } from './folder.ts';

let dir: string;
let key: KeyPair;
beforeEach(async () => {
  const keys = await emptyFolder();
  await newKey(keys, 'publish');
  key = await loadKey(keys, 'publish');
  dir = path.join(await emptyFolder(), 'bundle');
  const files = Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [`hiworks/m${at}.md`, manual(`m${at}`, {}, STEPS)]),
  );
  const content = await contentFolder(files);
  await publish({ content, out: dir, days: 90, publishKey: key, receiptKey: 'AAAA', shelfLimit: 3 });
});
const read = async (): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(dir, 'manifest.json'), 'utf8'));
async function resign(manifest: Manifest): Promise<void> {
  const bytes = jsonBytes(manifest);
  await writeFile(path.join(dir, 'manifest.json'), bytes);
  await writeFile(path.join(dir, 'manifest.sig'), `ed25519 ${key.id} ${await sign(bytes, key)}\n`);
}
const partFile = async (name: (name: string) => boolean) =>
  path.join(dir, 'parts', (await read()).parts.find((part) => name(part.name))!.hash);
const refused = (code: string) => expect.objectContaining({ name: 'BundleError', code });

it('a good bundle is counted to its last part, and it is told how far it is', async () => {
  const told: number[] = [];
  const found = await verifyBundle(inDirectory(dir), [key], (done, of) => told.push(done / of));
  expect(found).toMatchObject({ articles: 8, guides: 7, stale: false, rotations: 0 });
  expect(found.parts).toBe(told.length);
  expect(told.at(-1)).toBe(1);
});

describe('a fault', () => {
  it('in any one file is found', async () => {
    const files = [
      'manifest.json',
      ...(await readdir(path.join(dir, 'parts'))).map((name) => `parts/${name}`),
    ];
    for (const name of files) {
      const file = path.join(dir, name);
      const good = await readFile(file);
      const bad = Buffer.from(good);
      bad[Math.floor(bad.length / 2)]! ^= 1;
      await writeFile(file, bad);
      await expect(verifyBundle(inDirectory(dir), [key]), name).rejects.toMatchObject({
        name: 'BundleError',
      });
      await rm(file);
      await expect(verifyBundle(inDirectory(dir), [key]), name).rejects.toThrow();
      await writeFile(file, good);
    }
    await verifyBundle(inDirectory(dir), [key]);
  });

  it('of a list that names what is not there is found, though all of it is signed', async () => {
    const manifest = await read();
    await resign({ ...manifest, parts: manifest.parts.filter(({ name }) => !name.startsWith('search/')) });
    await verifyBundle(inDirectory(dir), [key]);
    await resign({ ...manifest, parts: manifest.parts.filter(({ name }) => !name.startsWith('shelf/')) });
    await expect(verifyBundle(inDirectory(dir), [key])).rejects.toEqual(refused('part-missing'));
  });

  it('of two parts that changed places is found', async () => {
    const [one, two] = [
      await partFile((name) => name.startsWith('shelf/')),
      await partFile((name) => name === 'catalogue'),
    ];
    await copyFile(one, `${dir}/aside`);
    await copyFile(two, one);
    await copyFile(`${dir}/aside`, two);
    await expect(verifyBundle(inDirectory(dir), [key])).rejects.toEqual(refused('part-wrong'));
  });

  it('of a search index that nobody can read is found, though it is signed', async () => {
    const manifest = await read();
    const index = new TextEncoder().encode('no index');
    const { refOf } = await import('../../../desk/publish/stage.ts');
    const at = manifest.parts.findIndex(({ name }) => name.startsWith('search/'));
    const ref = await refOf(manifest.parts[at]!.name, index);
    await writeFile(path.join(dir, 'parts', ref.hash), index);
    await resign({ ...manifest, parts: manifest.parts.with(at, ref) });
    await expect(verifyBundle(inDirectory(dir), [key])).rejects.toEqual(refused('shape'));
  });

  it('of a key that is not trusted is found', async () => {
    const other = await emptyFolder();
    await newKey(other, 'publish');
    await expect(verifyBundle(inDirectory(dir), [await loadKey(other, 'publish')])).rejects.toEqual(
      refused('signature-missing'),
    );
  });
});

describe('over the web', () => {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });
  const serve = async (spoil: (bytes: Buffer, file: string) => Buffer | number = (bytes) => bytes) => {
    const server = createServer(async (request, response) => {
      const file = path.join(dir, new URL(request.url!, 'http://h').pathname.replace('/bundle/', ''));
      const bytes = await readFile(file).catch(() => null);
      const sent = bytes ? spoil(bytes, file) : 404;
      if (typeof sent === 'number') response.writeHead(sent).end();
      else response.writeHead(200).end(sent);
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await new Promise((resolve) => server.once('listening', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bundle`;
  };

  it('it is the same', async () => {
    expect(await verifyBundle(overHttp(await serve()), [key])).toMatchObject({ articles: 8 });
  });

  it('a part with more behind it is left at its signed length', async () => {
    const address = await serve((bytes, file) =>
      file.includes('parts') ? Buffer.concat([bytes, bytes]) : bytes,
    );
    await expect(verifyBundle(overHttp(address), [key])).rejects.toEqual(refused('part-wrong'));
  });

  it.each([
    ['an address without a bundle', () => 404, /manifest\.sig/],
    ['a server that fails', () => 500, /500/],
  ])('%s is one line', async (_what, spoil, words) => {
    const address = await serve(spoil);
    await expect(verifyBundle(overHttp(address), [key])).rejects.toEqual(
      expect.objectContaining({ name: 'Expected', message: expect.stringMatching(words) }),
    );
  });

  it('nobody there is one line', async () => {
    await expect(verifyBundle(overHttp('http://127.0.0.1:9/bundle'), [key])).rejects.toEqual(
      expect.objectContaining({ name: 'Expected', message: expect.stringContaining('127.0.0.1:9') }),
    );
  });
});
