import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const VERSIONS = '/usr/lib/postgresql';

function programs(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const newest = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a))[0];
  const bin = newest ? path.join(VERSIONS, newest, 'bin') : null;
  return bin && existsSync(path.join(bin, 'initdb')) ? bin : null;
}

/** Why there is no PostgreSQL server to test with; `null` when there is one. */
export function postgresMissing(): string | null {
  if (process.env.DATABASE_URL_TEST || programs()) return null;
  return `no DATABASE_URL_TEST and no PostgreSQL in ${VERSIONS}`;
}

export interface TestServer {
  /** A database of its own, empty. */
  fresh(): Promise<string>;
  /** Ends it at once, without a clean shutdown, and starts it again. Rejects for a server that is not ours. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/** `DATABASE_URL_TEST` when it is set, otherwise a server of our own in a temporary folder on a free port. */
export async function startPostgres(): Promise<TestServer> {
  const given = process.env.DATABASE_URL_TEST;
  if (given)
    return {
      ...databases(given),
      crash: () => Promise.reject(new Error('the server of DATABASE_URL_TEST is not ours to crash')),
      stop: async () => {},
    };
  const bin = programs()!;
  const dir = await mkdtemp('/tmp/giljabi-pg-');
  // PostgreSQL does not run as root.
  const user = process.getuid?.() === 0 ? serverUser() : {};
  await chmod(dir, 0o777);
  const data = path.join(dir, 'data');
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'desk', '--auth=trust', '-E', 'UTF8', '--no-sync'],
    {
      ...user,
      stdio: 'pipe',
    },
  );
  const port = await freePort();
  const url = `postgres://desk@127.0.0.1:${port}/postgres`;
  const start = async () => {
    const started = spawn(
      path.join(bin, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      { ...user, stdio: 'ignore' },
    );
    await reachable(url, () => started.exitCode === null);
    return started;
  };
  let server = await start();
  return {
    ...databases(url),
    async crash() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGQUIT');
      await gone;
      server = await start();
    },
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function databases(url: string): Pick<TestServer, 'fresh'> {
  let count = 0;
  return {
    async fresh() {
      const name = `giljabi_${process.pid}_${Date.now()}_${count++}`;
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
  };
}

function serverUser(): { uid: number; gid: number } {
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }));
  try {
    return { uid: id('-u', 'postgres'), gid: id('-g', 'postgres') };
  } catch {
    return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') };
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function reachable(url: string, alive: () => boolean): Promise<void> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (!alive() || tries > 300) throw error;
      await sleep(100);
    }
  }
}
