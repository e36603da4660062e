import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../desk/intake/index.ts';
import { openPglite } from '../../../desk/intake/store/pglite.ts';
import { openPostgres } from '../../../desk/intake/store/postgres.ts';
import { type KeyPair, loadKey, newKey } from '../../../desk/publish/keys.ts';
import { publish } from '../../../desk/publish/publish.ts';
import { readBundle } from '../../../desk/publish/read-bundle.ts';
import { documentsOf } from '../../../desk/search/documents.ts';
import { feed } from '../../../desk/search/feed.ts';
import { type DeskHit, openDeskSearch } from '../../../desk/search/index.ts';
import { openSearch } from '../../../desk/search/open.ts';
import { SEARCH_PATH, searchRoutes } from '../../../desk/search/routes.ts';
import { postgresMissing, startPostgres, type TestServer } from '../intake/postgres.ts';
import { change, contentFolder, emptyFolder, LOUNGE, manual } from '../publish/folder.ts';

const RANSOMWARE = manual(
  'ransomware',
  { title: '랜섬웨어 대응', description: '감염된 기기를 떼어 놓는 방법.', tags: '[보안, 백업]' },
  '## 바로 할 일\n\n네트워크 선을 뽑습니다.',
);
const ENGLISH = `---\ntitle: Ransomware\ndescription: What to do.\n---\n\nUnplug the network cable.\n`;

describe.for(['pglite', 'postgres'] as const)('search at the desk, on %s', (kind) => {
  const missing = kind === 'postgres' ? postgresMissing() : null;
  if (missing) {
    it.skip(`left out: ${missing}`, () => {});
    return;
  }
  let folder: string;
  let server: TestServer | null = null;
  let database: Database;
  let key: KeyPair;
  let content: string;
  let bundle: string;
  let opened: ReturnType<typeof openSearch>;
  const events: [string, object][] = [];

  const publishNow = () =>
    publish({ content, out: bundle, days: 90, publishKey: key, receiptKey: 'AAAA', drafts: true });
  const open = () =>
    openSearch({
      ...{ database, bundle, keys: [key], look: 20 },
      log: (event, data = {}) => events.push([event, data]),
    });
  const ask = (app: Hono, query: Record<string, string>, headers: Record<string, string> = {}) =>
    app.request(`${SEARCH_PATH}?${new URLSearchParams(query)}`, { headers });
  const hits = async (q: string, more: Record<string, string> = {}) =>
    ((await (await ask(opened.app, { q, ...more })).json()) as { hits: DeskHit[] }).hits;

  beforeAll(async () => {
    folder = await mkdtemp('/tmp/giljabi-desk-search-');
    server = kind === 'postgres' ? await startPostgres() : null;
    database = server ? await openPostgres(await server.fresh()) : await openPglite(folder);
    const keys = await emptyFolder();
    await newKey(keys, 'publish');
    key = await loadKey(keys, 'publish');
    content = await contentFolder({
      'general/ransomware.md': RANSOMWARE,
      'general/ransomware.en.md': ENGLISH,
      'terms.yaml': 'terms:\n  - [랜섬웨어, 몸값악성코드]\n',
    });
    bundle = path.join(await emptyFolder(), 'bundle');
    await publishNow();
    opened = open();
    await opened.ready;
  }, 120_000);
  afterAll(async () => {
    await opened?.close();
    await database?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds what is published, with what a line of results shows', async () => {
    const [first] = await hits('랜섬웨어');
    expect(first).toMatchObject({ id: 'ransomware', lang: 'ko', title: '랜섬웨어 대응', console: null });
    expect(first!.ranges.title).toEqual([[0, 4]]);
    expect((await hits('ㄹㅅㅇㅇ'))[0]?.id).toBe('ransomware');
    expect((await hits('몸값악성코드'))[0]?.id).toBe('ransomware');
    expect((await hits('보안 메일', { console: 'hiworks' }))[0]).toMatchObject({ console: 'hiworks' });
  });

  it('has an article once, in the language that was asked for', async () => {
    const found = await hits('ransomware network', { lang: 'en' });
    expect(found.filter(({ id }) => id === 'ransomware')).toHaveLength(1);
    expect(found[0]).toMatchObject({ id: 'ransomware', lang: 'en', title: 'Ransomware' });
    expect(await hits('문서', { limit: '1' })).toHaveLength(1);
  });

  it('holds the documents that readers search, word for word', async () => {
    const { indexes } = await readBundle(bundle, [key]);
    const all = (await indexes()).flatMap((index) => [...documentsOf(index)]);
    expect(all.find(({ id }) => id === 'ko:ransomware')).toMatchObject({
      title: '랜섬웨어 대응',
      body: '감염된 기기를 떼어 놓는 방법.\n바로 할 일\n네트워크 선을 뽑습니다.',
      tags: ['보안', '백업'],
      updated: '2026-11-20',
    });
    expect(all.find(({ id }) => id === 'ko:secure-mail')).toMatchObject({ related: ['ko:welcome'] });
  });

  it('follows a publication, and writes only what changed', async () => {
    await change(content, {
      'general/welcome.md': null,
      'general/printer.md': manual('printer', { title: '복합기 스캔 메일' }),
      'lounge.yaml': LOUNGE.replace('manual: welcome', 'manual: printer'),
      'hiworks/secure-mail.md': manual('secure-mail', {}, '1. [저장]을 클릭합니다.'),
    });
    expect((await publishNow()).published?.manifest.version).toBe(2);
    await vi.waitFor(async () => expect((await hits('복합기'))[0]?.id).toBe('printer'), 20_000);
    await vi.waitFor(
      () => expect(events.at(-1)).toEqual(['search-fed', { version: 2, put: 2, removed: 1 }]),
      20_000,
    );
    expect((await hits('welcome')).map(({ id }) => id)).not.toContain('welcome');
    const again = open();
    await again.ready;
    expect(events.at(-1)).toEqual(['search-fed', { version: 2, put: 0, removed: 0 }]);
    await again.close();
  });

  it('goes on after it was cut off in the middle', async () => {
    const search = await openDeskSearch(database);
    const documents = Array.from({ length: 450 }, (_, n) => ({
      id: `ko:d${n}`,
      title: `문서 ${n}`,
      body: '',
    }));
    const cut = function* () {
      yield* documents.slice(0, 300);
      throw new Error('cut');
    };
    await expect(feed(search, cut())).rejects.toThrow('cut');
    const { put } = await feed(search, documents);
    expect(put).toBe(250);
    expect([...(await search.marks()).keys()].toSorted()).toEqual(documents.map(({ id }) => id).toSorted());
    expect(await feed(search, documents)).toEqual({ put: 0, removed: 0 });
  });
});

describe('the address of search', () => {
  const find = vi.fn(async (): Promise<DeskHit[]> => []);
  const app = (over: Partial<Parameters<typeof searchRoutes>[0]> = {}) =>
    searchRoutes({ searchable: () => ({ version: 7, find }), ...over });
  const get = (query: string, headers: Record<string, string> = {}, on = app()) =>
    on.request(`${SEARCH_PATH}?${query}`, { headers });

  it('may be asked by any page, and its answer kept for a minute or until the next version', async () => {
    const answer = await get('q=%EB%A9%94%EC%9D%BC&lang=ko&console=hiworks&limit=3', {
      Origin: 'https://a.example',
    });
    expect([answer.status, await answer.json()]).toEqual([200, { version: 7, hits: [] }]);
    expect(find).toHaveBeenLastCalledWith('메일', { lang: 'ko', console: 'hiworks', limit: 3 });
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=60',
      'x-content-type-options': 'nosniff',
      etag: '"7"',
    });
    const asked = find.mock.calls.length;
    expect((await get('q=a', { 'If-None-Match': '"7"' })).status).toBe(304);
    expect(find.mock.calls.length).toBe(asked);
    expect((await get('q=a', { 'If-None-Match': '"6"' })).status).toBe(200);
  });

  it.each([
    ['', 'q'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['q=a&limit=0', 'limit'],
    ['q=a&limit=21', 'limit'],
    ['q=a&limit=ten', 'limit'],
    ["q=a&lang=ko'--", 'lang'],
    ['q=a&console=../x', 'console'],
  ])('names what is wrong: %s', async (query, field) => {
    const answer = await get(query);
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([400, 'no-store']);
    expect(await answer.json()).toMatchObject({ error: { code: 'malformed', field } });
  });

  it('refuses who asks too often, and whom it has no room for, and says when to come back', async () => {
    const few = app({ rate: 2 });
    for (const status of [200, 200, 429]) expect((await get('q=a', {}, few)).status).toBe(status);
    expect(Number((await get('q=a', {}, few)).headers.get('Retry-After'))).toBeGreaterThan(0);

    let free = () => {};
    const gate = new Promise<void>((resolve) => {
      free = resolve;
    });
    const slow = app({ searchable: () => ({ version: 1, find: () => gate.then(() => []) }) });
    const many = Array.from({ length: 60 }, () => get('q=a', {}, slow));
    const refused = await Promise.race(many);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    free();
    const statuses = (await Promise.all(many)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(42);
    expect((await get('q=a', {}, slow)).status).toBe(200);
  });

  it('says when nothing has been read in yet', async () => {
    const answer = await get('q=a', {}, app({ searchable: () => null }));
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5']);
  });
});
