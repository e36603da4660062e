import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../browser/support/ports.ts';

export interface Rspamd {
  /** Address of its web interface. */
  url: string;
  /** What the server itself says, through its own HTTP API: `actions`, `stat`, `history` … */
  ask<T>(what: string): Promise<T>;
  /** The list of sender domains, as it is on disk. */
  whitelist(): Promise<string>;
  close(): Promise<void>;
}

/**
 * A real rspamd with a Redis of its own, on free ports of this machine and in a folder of its own. Only what belongs to
 * this test is configured; rules, interface and scores are Debian's.
 */
export async function startRspamd(): Promise<Rspamd> {
  const home = await mkdtemp(path.join(tmpdir(), 'giljabi-rspamd-'));
  const [redis, web, scan, proxy] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  const list = path.join(home, 'whitelist_sender_domains.map');
  await mkdir(path.join(home, 'conf', 'local.d'), { recursive: true });
  await mkdir(path.join(home, 'db'));
  const local = {
    'redis.conf': `servers = "127.0.0.1:${redis}";`,
    'worker-controller.inc': `bind_socket = "127.0.0.1:${web}";`,
    'worker-normal.inc': `bind_socket = "127.0.0.1:${scan}";`,
    'worker-proxy.inc': `bind_socket = "127.0.0.1:${proxy}";`,
    'logging.inc': `type = "file"; filename = "${home}/rspamd.log";`,
    'multimap.conf': `WHITELIST_SENDER_DOMAIN {
      type = "from"; filter = "email:domain"; map = "${list}"; score = -6.0;
      description = "Whitelisted sender domains";
    }`,
  };
  for (const [name, text] of Object.entries(local))
    await writeFile(path.join(home, 'conf', 'local.d', name), `${text}\n`);
  await writeFile(list, 'partner.example\n');
  await chmod(home, 0o755);

  const children = [
    run('redis-server', ['--port', `${redis}`, '--bind', '127.0.0.1', '--save', '', '--dir', home]),
    run('rspamd', [
      ...['-f', '-i', '-u', 'root', '-g', 'root'],
      ...['LOCAL_CONFDIR=conf', 'DBDIR=db', 'RUNDIR=db', 'LOGDIR=db'].flatMap((each) => {
        const [name, folder = ''] = each.split('=');
        return ['--var', `${name}=${path.join(home, folder)}`];
      }),
    ]),
  ];
  const url = `http://127.0.0.1:${web}`;
  const close = async () => {
    await Promise.all(children.map(end));
    await rm(home, { recursive: true, force: true });
  };
  try {
    await answers(`${url}/ping`, children);
  } catch (error) {
    const log = await readFile(path.join(home, 'rspamd.log'), 'utf8').catch(() => '');
    await close();
    throw new Error(`${error}\n${log.split('\n').slice(-5).join('\n')}`);
  }
  return {
    url,
    ask: async (what) => (await fetch(`${url}/${what}`)).json(),
    whitelist: () => readFile(list, 'utf8'),
    close,
  };
}

const run = (command: string, args: string[]) => spawn(command, args, { stdio: 'ignore' });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Compiling its patterns takes seconds, and a minute on a busy machine. */
async function answers(url: string, children: readonly ChildProcess[]): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    const dead = children.find((child) => child.exitCode !== null);
    if (dead) throw new Error(`${dead.spawnfile} ended with ${dead.exitCode}`);
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not up yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
