import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Draft, openDraft } from '../../../desk/serve/draft.ts';
import { keyId, verifyManifest } from '../../../shared/bundle/index.ts';
import { change, contentFolder, manual } from './folder.ts';

let content: string;
let draft: Draft;
let server: ServerType;
let base: string;
const told: { codes: string[]; version: number }[] = [];

beforeEach(async () => {
  told.length = 0;
  content = await contentFolder({ 'general/plan.md': manual('plan', { draft: 'true' }, '초안의 글입니다.') });
  draft = await openDraft({
    content,
    receiptKey: 'AAAA',
    tell: (problems, version) => told.push({ codes: problems.map(({ code }) => code), version }),
  });
  server = serve({ fetch: draft.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) =>
    server.listening ? resolve() : server.once('listening', () => resolve()),
  );
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/draft/`;
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await draft.close();
});

const get = (file: string, headers: Record<string, string> = {}) => fetch(new URL(file, base), { headers });
async function read(trust = { draft: true }) {
  const [bytes, signatures] = await Promise.all(
    ['manifest.json', 'manifest.sig'].map(
      async (file) => new Uint8Array(await (await get(file)).arrayBuffer()),
    ),
  );
  const keys = [{ id: await keyId(draft.key), key: draft.key }];
  const text = new TextDecoder().decode(signatures);
  return (await verifyManifest(bytes!, text, { keys, floor: {}, now: new Date(), ...trust })).manifest;
}

describe('a draft', () => {
  it('is signed by a key of its own, holds what is marked as a draft, and is nothing to other readers', async () => {
    const manifest = await read();
    expect(manifest.parts.map(({ name }) => name)).toContain('article/plan');
    await expect(read({ draft: false })).rejects.toMatchObject({ code: 'draft' });
  });

  it('follows a change of a file, and stays as it was while there is an error', async () => {
    await change(content, { 'general/plan.md': manual('plan', { draft: 'true' }, '고친 글입니다.') });
    await vi.waitFor(async () => expect((await read()).version).toBeGreaterThan(1), 10_000);
    const { version } = await read();
    await change(content, { 'general/plan.md': manual('plan', { category: 'gone' }) });
    await vi.waitFor(() => expect(told.at(-1)?.codes).toContain('no-such-category'), 10_000);
    expect((await read()).version).toBe(version);
  });

  it.each<[string, Record<string, string>]>([
    ['a web page', { Origin: 'https://evil.example' }],
    ['a page of this machine', { Origin: 'http://127.0.0.1:3000' }],
    ['a frame without an origin of its own', { Origin: 'null' }],
    ['somebody behind a proxy', { 'X-Forwarded-For': '203.0.113.7' }],
  ])('is not for %s', async (_who, headers) => {
    expect((await get('manifest.json', headers)).status).toBe(404);
  });

  it('is for an extension, and is kept by nobody', async () => {
    const Origin = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
    const answer = await get('manifest.json', { Origin });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(Origin);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
