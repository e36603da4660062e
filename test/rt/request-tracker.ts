import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const SETUP = '/usr/sbin/rt-setup-database-5';
const PACKAGES = ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone'];
export const RT_NAME = 'giljabi.test';

/** Why Request Tracker can neither be found nor installed; `null` when it is there. Installs it as root on Debian. */
export function ensureInstalled(): string | null {
  if (existsSync(SERVER)) return null;
  const packages = PACKAGES.join(' ');
  if (!existsSync('/usr/bin/apt-get'))
    return `Request Tracker 5 is not installed, and this is no Debian. Install it (Debian: ${packages}) and run this again.`;
  if (process.getuid?.() !== 0)
    return `Request Tracker 5 is not installed. As root: apt-get install ${packages}`;
  console.log(`installing ${packages} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('debconf-set-selections', {
      input: 'request-tracker5 request-tracker5/dbconfig-install boolean false\n',
    });
    execFileSync('apt-get', ['update'], { env, stdio: 'pipe' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], {
      env,
      stdio: 'pipe',
    });
  } catch (cause) {
    return `Debian could not install ${packages}: ${String((cause as { stderr?: Buffer }).stderr ?? cause).trim()}`;
  }
  return existsSync(SERVER) ? null : `${packages} are installed, but there is no ${SERVER}`;
}

export interface TestTracker {
  url: string;
  /** Of an account that may make and answer tickets. */
  token: string;
  /** A REST 2 request by that account. */
  get<T>(path: string): Promise<T>;
  stop(): Promise<void>;
}

/** A Request Tracker of our own: its database in a temporary folder, its server on a free port, its mail into a file. */
export async function startTracker(): Promise<TestTracker> {
  const dir = await mkdtemp('/tmp/giljabi-rt-');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const config = path.join(dir, 'RT_SiteConfig.pm');
  await Promise.all(['mason', 'session', 'site.d'].map((name) => mkdir(path.join(dir, name))));
  await writeFile(
    config,
    `Set($rtname, '${RT_NAME}');
Set($Organization, '${RT_NAME}');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebBaseURL, '${url}');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${dir}/rt.sqlite');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
$RT::VarPath = '${dir}';
$RT::MasonDataDir = '${dir}/mason';
$RT::MasonSessionDir = '${dir}/session';
1;
`,
  );
  const env = {
    ...process.env,
    RT_SITE_CONFIG: config,
    RT_SITE_CONFIG_DIR: path.join(dir, 'site.d'),
    TMPDIR: dir,
  };
  execFileSync(SETUP, ['--action', 'init', '--skip-create'], { env, stdio: 'pipe' });
  const account = path.join(import.meta.dirname, 'account.pl');
  const token = execFileSync('perl', [account], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    .toString()
    .trim();
  const server = spawn(SERVER, ['--host', '127.0.0.1', '--port', String(port)], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  // The server and the workers that it has forked are a group of its own: gone with us, however we end.
  const kill = () => {
    if (server.exitCode === null && server.signalCode === null) process.kill(-server.pid!, 'SIGTERM');
  };
  process.once('exit', kill);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  let errors = '';
  server.stderr!.on('data', (chunk) => {
    errors += chunk;
  });
  const get = async <T>(rest: string): Promise<T> => {
    const response = await fetch(`${url}/REST/2.0${rest}`, { headers: { Authorization: `token ${token}` } });
    if (!response.ok) throw new Error(`${rest}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  await answers(
    () => get('/rt'),
    server,
    () => errors,
  );
  return {
    url,
    token,
    get,
    async stop() {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      kill();
      await gone;
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function answers(
  ask: () => Promise<unknown>,
  server: ChildProcess,
  errors: () => string,
): Promise<void> {
  for (let left = 300; ; left--) {
    try {
      await ask();
      return;
    } catch (cause) {
      if (left === 0 || server.exitCode !== null)
        throw new Error(`Request Tracker does not answer: ${errors() || cause}`);
      await sleep(200);
    }
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

/** The bytes of an attachment as REST 2 gives them. */
export async function attachmentBytes(tracker: TestTracker, id: string): Promise<Buffer> {
  const { Content } = await tracker.get<{ Content: string }>(`/attachment/${id}`);
  return Buffer.from(Content, 'base64');
}
