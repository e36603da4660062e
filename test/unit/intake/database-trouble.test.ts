import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../desk/intake/index.ts';
import { openPostgres } from '../../../desk/intake/store/postgres.ts';
import { tempDir } from './desk.ts';
import { postgresMissing, startPostgres, type TestServer } from './postgres.ts';

const ADDRESS = 'postgresql://giljabi:s3cret%40@127.0.0.1:1/inquiries';

/** The one line that the person sees. */
async function said(databaseUrl: string): Promise<string> {
  const error = await openStore({ dataDir: '', databaseUrl }).then(
    (store) => store.close(),
    (cause: Error) => cause,
  );
  expect(error?.name).toBe('DatabaseTrouble');
  expect(error?.message).toContain('DATABASE_URL');
  expect(error?.message).not.toMatch(/s3cret|\n/);
  return error!.message;
}

beforeEach(() => vi.stubEnv('GILJABI_LANG', 'ko'));
afterEach(() => vi.unstubAllEnvs());

describe('a DATABASE_URL that cannot be used', () => {
  it.each([
    'mysql://giljabi:s3cret@127.0.0.1/inquiries',
    'inquiries',
    '',
    'postgresql://giljabi:s3cret#@:/x',
  ])('because it is no PostgreSQL: %j', async (address) => {
    const error = await openPostgres(address).catch((cause: Error) => cause);
    expect((error as Error).message).toMatch(/DATABASE_URL이 PostgreSQL 주소가 아닙니다.*postgresql:\/\//);
    expect((error as Error).message).not.toContain('s3cret');
  });

  it('because nothing answers there', async () => {
    expect(await said(ADDRESS)).toMatch(/127\.0\.0\.1:1\).*ECONNREFUSED.*포트\(1\)/);
    expect(await said(ADDRESS.replace('127.0.0.1', 'no-such-host.invalid'))).toMatch(
      /no-such-host\.invalid:1/,
    );
    vi.stubEnv('GILJABI_LANG', 'en');
    expect(await said(ADDRESS)).toMatch(/cannot be reached \(ECONNREFUSED\).*port \(1\)/);
  });

  it('ends the command line with one line and exit code 1', async () => {
    const home = await tempDir();
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'desk/cli.ts', 'inquiries', 'list'],
      { env: { ...process.env, GILJABI_HOME: home.dir, DATABASE_URL: ADDRESS }, encoding: 'utf8' },
    );
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^✗ DATABASE_URL의 PostgreSQL\(127\.0\.0\.1:1\): [^\n]+\n$/);
    await home.remove();
  }, 60_000);

  // What follows changes who may come in, so it needs a server of its own.
  describe.skipIf(postgresMissing() || process.env.DATABASE_URL_TEST)('though the server runs', () => {
    let server: TestServer;
    let url: string;
    const as = (over: Partial<URL>) => Object.assign(new URL(url), over).href;
    beforeAll(async () => {
      server = await startPostgres();
      url = await server.fresh();
      const db = await openPostgres(url);
      await db.run("create role guest login password 's3cret'");
      const [{ file }] = (await db.query<{ file: string }>("select current_setting('hba_file') as file")) as [
        { file: string },
      ];
      await db.run(
        `copy (values ('host all guest 127.0.0.1/32 scram-sha-256'), ('host all all 127.0.0.1/32 trust')) to '${file}'`,
      );
      await db.query('select pg_reload_conf()');
      await db.close();
    }, 60_000);
    afterAll(() => server?.stop());

    it('and the password is wrong or missing, or the user', async () => {
      for (const over of [
        { username: 'guest', password: 'wrong' },
        { username: 'guest' },
        { username: 'nobody-here' },
      ])
        await vi.waitFor(async () =>
          expect(await said(as(over))).toContain(`사용자 ${over.username}의 로그인을 받아 주지 않습니다`),
        );
    });

    it('and the database is not there', async () => {
      expect(await said(as({ pathname: '/none' }))).toMatch(
        /데이터베이스 none이\(가\) 없습니다.*createdb -O desk none/,
      );
    });

    it('and its tables may not be made', async () => {
      expect(await said(as({ username: 'guest', password: 's3cret' }))).toMatch(
        /guest에게 표를 만들 권한이 없습니다/,
      );
    });

    it('and it has no TLS', async () => {
      expect(await said(as({ search: '?sslmode=require' }))).toMatch(/TLS로 연결하지 못했습니다.*sslmode/);
    });
  });
});
