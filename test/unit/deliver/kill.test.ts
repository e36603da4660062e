import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { deliverMigrations, listDeliveries } from '../../../desk/deliver/index.ts';
import { openStore } from '../../../desk/intake/index.ts';
import { tempDir } from '../intake/desk.ts';
import { startHttp } from './http-server.ts';
import { until } from './store.ts';

const DESK = fileURLToPath(new URL('./desk-process.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

it('what was accepted before a kill -9 is delivered after it, under the id of the first attempt', async () => {
  const home = await tempDir();
  const seen: { id: string; inquiry: string }[] = [];
  /** Which request is answered by a kill instead: in the middle of deliveries, with others waiting. */
  let killAt = 3;
  let child: ChildProcess | null = null;
  const receiver = await startHttp(async ({ headers, json }) => {
    seen.push({ id: String(headers['webhook-id']), inquiry: (json as { data: { id: string } }).data.id });
    if (seen.length === killAt) {
      child!.kill('SIGKILL');
      await once(child!, 'exit');
      return { status: 200, lost: true };
    }
    return { status: 200 };
  });
  const start = (...args: string[]) => {
    child = spawn(process.execPath, ['--import', 'tsx', DESK, home.dir, receiver.url, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, HOOK: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
    });
    children.push(child);
    let out = '';
    child.stdout!.on('data', (chunk) => {
      out += chunk;
    });
    return {
      gone: once(child, 'exit'),
      ids: () => out.split('\n').filter((line) => /^[0-9a-f-]{36}$/.test(line)),
    };
  };

  const first = start('add');
  await first.gone;
  const accepted = first.ids();
  expect(accepted).toHaveLength(12);
  killAt = seen.length + 2;
  await start().gone;
  killAt = 0;
  start();
  await until(() => accepted.every((id) => seen.some(({ inquiry }) => inquiry === id)));
  const last = child!;
  await until(async () => seen.length >= 12);
  last.kill('SIGKILL');
  await once(last, 'exit').catch(() => {});

  // Every one arrived; what arrived twice did so under one id, by which the receiver knows it.
  expect(new Set(seen.map(({ id }) => id)).size).toBe(12);
  expect(seen.length).toBeGreaterThan(12);
  const store = await openStore({ dataDir: home.dir, migrations: [deliverMigrations] });
  const rows = await listDeliveries(store.database, { states: ['waiting', 'running', 'done', 'dead'] });
  await store.close();
  expect(rows.filter(({ kind }) => kind === 'inquiry')).toHaveLength(12);
  expect(rows.filter(({ state }) => state === 'dead')).toEqual([]);
  await receiver.stop();
  await home.remove();
}, 180_000);
