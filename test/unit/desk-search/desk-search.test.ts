import { mkdtemp, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../desk/intake/store/database.ts';
import { openPglite } from '../../../desk/intake/store/pglite.ts';
import { openPostgres } from '../../../desk/intake/store/postgres.ts';
import { type DeskSearch, openDeskSearch } from '../../../desk/search/index.ts';
import { createIndex, search } from '../../../shared/search/index.ts';
import { postgresMissing, startPostgres, type TestServer } from '../intake/postgres.ts';
import { ownDocuments } from '../search/own-documents.ts';

const TERMS = [
  ['메일', 'mail'],
  ['도메인', 'domain'],
];
const QUERIES = [
  '랜섬웨어',
  'ㄹㅅㅇㅇ',
  'fostjadnpdj',
  '렌섬웨어 메일',
  '안녕하세요 대용량 첨부 관련 문의드립니다',
  '비밀번호를 바꾸려면',
  '대용량첨부',
  'too many recipient',
  'POP3를 켜려고 합니다',
  '접속할 수 있는 아이피 제한',
];

describe.for(['pglite', 'postgres'] as const)('desk search on %s', (kind) => {
  const missing = kind === 'postgres' ? postgresMissing() : null;
  if (missing) {
    it.skip(`left out: ${missing}`, () => {});
    return;
  }
  const documents = ownDocuments();
  let folder: string;
  let server: TestServer | null = null;
  let database: Database;
  let desk: DeskSearch;
  beforeAll(async () => {
    folder = await mkdtemp('/tmp/giljabi-desk-search-');
    server = kind === 'postgres' ? await startPostgres() : null;
    database = server ? await openPostgres(await server.fresh()) : await openPglite(folder);
    desk = await openDeskSearch(database, TERMS);
    await desk.put(documents);
    await desk.count();
  }, 120_000);
  afterAll(async () => {
    await database?.close();
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('puts first what the engine puts first, with its places and its reasons', async () => {
    const index = createIndex(documents, { terms: TERMS });
    for (const query of QUERIES) {
      const [expected] = search(index, query);
      const [found] = await desk.search(query, { limit: 3 });
      expect(found?.id, query).toBe(expected!.id);
      expect(found?.ranges, query).toEqual(expected!.ranges);
      expect(found?.why, query).toEqual(expected!.why);
    }
  });

  it('prefers the console in front of the person and keeps the limit', async () => {
    const first = async (console: string) => (await desk.search('메일 차단', { limit: 1, console }))[0]!.id;
    const consoleOf = (id: string) => documents.find((one) => one.id === id)!.console;
    expect(consoleOf(await first('hiworks'))).toBe('hiworks');
    expect(consoleOf(await first('terrace'))).toBe('terrace');
    expect(await desk.search('메일', { limit: 2 })).toHaveLength(2);
  });

  it('finds what was put after the last count, replaces it and forgets it', async () => {
    await desk.put([
      { id: 'new', title: '양자암호 통신 장비', body: "따옴표 ' 와 \\ 와 \0 와 \ud800 도 담는다." },
    ]);
    expect((await desk.search('양자암호'))[0]?.id).toBe('new');
    await desk.put([{ id: 'new', title: '홀로그램 회의실', body: '' }]);
    expect((await desk.search('양자암호')).map(({ id }) => id)).not.toContain('new');
    expect((await desk.search('홀로그램회의'))[0]?.id).toBe('new');
    await desk.remove(['new']);
    expect((await desk.search('홀로그램 회의실')).map(({ id }) => id)).not.toContain('new');
  });

  it.each(['', '  ', 'ㅅ', '😀', "'; drop table giljabi_search; --", '\0', '\ud800', ':* & | ! <->', '\\'])(
    'takes %j as text',
    async (query) => {
      expect(Array.isArray(await desk.search(query))).toBe(true);
      expect((await desk.search('랜섬웨어')).length).toBeGreaterThan(0);
    },
  );

  it('takes ten thousand characters, in one word or in many', async () => {
    for (const query of ['가'.repeat(10_000), 'a'.repeat(10_000), '가나다 '.repeat(2500)])
      expect(Array.isArray(await desk.search(query))).toBe(true);
    expect((await desk.search(`${'그런데 말입니다 '.repeat(1200)} 랜섬웨어`))[0]?.id).toBe('ransomware-info');
  });
});
