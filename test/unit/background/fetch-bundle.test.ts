import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchManifest, fetchPart, fetchParts, Offline } from '../../../extension/background/fetch-bundle.ts';
import type { PartRef } from '../../../shared/bundle/index.ts';
import { json, refOf, type Signer, sampleManifest, signer, trust } from '../bundle/samples.ts';

let key: Signer;
beforeAll(async () => {
  key = await signer();
});
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A publisher; `answer` may do what it likes with a request. */
async function publisher(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/bundle/`;
}
/** One that has these files; a list is what successive requests are given. */
function files(contents: Record<string, Uint8Array | string | (Uint8Array | string)[]>) {
  const asked: string[] = [];
  const answer: RequestListener = (request, response) => {
    const name = request.url!.replace('/bundle/', '');
    asked.push(name);
    const content = contents[name];
    const body = Array.isArray(content) ? (content.length > 1 ? content.shift() : content[0]) : content;
    response.statusCode = body === undefined ? 404 : 200;
    response.end(body);
  };
  return { asked, base: publisher(answer) };
}

describe('manifest and signature', () => {
  it('are fetched and verified', async () => {
    const manifest = await sampleManifest(key);
    const { base } = files({
      'manifest.json': json(manifest),
      'manifest.sig': await key.line(json(manifest)),
    });
    expect((await fetchManifest(await base, trust([key]))).manifest).toEqual(manifest);
  });

  it('are asked for once more when the publisher published in between', async () => {
    const [old, now] = [json(await sampleManifest(key, { version: 6 })), json(await sampleManifest(key))];
    const { base } = files({
      'manifest.json': now,
      'manifest.sig': [await key.line(old), await key.line(now)],
    });
    expect((await fetchManifest(await base, trust([key]))).manifest.version).toBe(7);
  });

  it('that do not fit are refused after that', async () => {
    const [old, now] = [json(await sampleManifest(key, { version: 6 })), json(await sampleManifest(key))];
    const { base, asked } = files({ 'manifest.json': now, 'manifest.sig': await key.line(old) });
    await expect(fetchManifest(await base, trust([key]))).rejects.toMatchObject({ code: 'signature-wrong' });
    expect(asked).toHaveLength(4);
  });
});

describe('parts', () => {
  const A = new Uint8Array([1, 2, 3]);
  const B = new Uint8Array([4, 5, 6]);
  const refsOf = (...parts: [string, Uint8Array][]) =>
    Promise.all(parts.map(([name, bytes]) => refOf(name, bytes)));
  /** Fetches all of `refs` that are not `here`; what was taken, by hash. */
  async function fetched(base: string, refs: PartRef[], here: string[] = []) {
    const taken = new Map<string, Uint8Array>();
    const one = (ref: PartRef) => fetchPart(base, ref);
    await fetchParts(
      refs,
      one,
      async (hash) => here.includes(hash),
      async (hash, bytes) => void taken.set(hash, bytes),
    );
    return taken;
  }

  it('that are here already are not asked for, nor the same bytes twice', async () => {
    const refs = await refsOf(['article/a', A], ['article/b', B], ['article/c', B]);
    const [a, b] = refs.map(({ hash }) => hash);
    const { base, asked } = files({ [`parts/${b}`]: B });
    expect([...(await fetched(await base, refs, [a!])).keys()]).toEqual([b]);
    expect(asked).toEqual([`parts/${b}`]);
  });

  it('that were swapped are refused by name, and not taken', async () => {
    const refs = await refsOf(['article/a', A], ['article/b', B]);
    const [a, b] = refs.map(({ hash }) => hash);
    const { base } = files({ [`parts/${a}`]: B, [`parts/${b}`]: A });
    await expect(fetched(await base, refs)).rejects.toMatchObject({ code: 'part-wrong', where: 'article/a' });
  });

  it('are left at their signed length, and refused by name', async () => {
    const refs = await refsOf(['article/a', A]);
    const { base } = files({ [`parts/${refs[0]!.hash}`]: Buffer.alloc(5_000_000) });
    await expect(fetched(await base, refs)).rejects.toMatchObject({
      code: 'part-wrong',
      where: 'article/a',
      detail: 'more than 3 bytes',
    });
  });

  it('of which one is missing leave those that came', async () => {
    const refs = await refsOf(['article/a', A], ['article/b', B]);
    const { base } = files({ [`parts/${refs[0]!.hash}`]: A });
    const taken: string[] = [];
    const one = async (ref: PartRef) => fetchPart(await base, ref);
    const work = fetchParts(
      refs,
      one,
      async () => false,
      async (hash) => void taken.push(hash),
    );
    await expect(work).rejects.toBeInstanceOf(Offline);
    expect(taken.filter((hash) => hash !== refs[0]!.hash)).toEqual([]);
  });
});

describe('a publisher out of reach is offline, and nothing is wrong with the content', () => {
  it.each<[string, RequestListener]>([
    ['that hangs up', (request) => request.socket.destroy()],
    [
      'that hangs up in the middle of a file',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write('half', () => setTimeout(() => request.socket.destroy(), 20));
      },
    ],
    ['that has nothing', (_request, response) => void response.writeHead(404).end('<h1>Not found</h1>')],
    ['that is broken', (_request, response) => void response.writeHead(500).end()],
    [
      'that sends readers elsewhere',
      (_request, response) => void response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
    ],
  ])('one %s', async (_what, answer) => {
    await expect(fetchManifest(await publisher(answer), trust([key]))).rejects.toBeInstanceOf(Offline);
  });
});
