import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { giveUp } from '../../../desk/deliver/adapter.ts';
import { startDelivering } from '../../../desk/deliver/deliver.ts';
import {
  type Delivery,
  deliveryRoutes,
  readConfig,
  registerDeliveries,
} from '../../../desk/deliver/index.ts';
import { announceDesk } from '../../../desk/intake/presence.ts';
import { addInquiry, openTestStore, until } from './store.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
let close: () => Promise<void>;
let base: string;
beforeAll(async () => {
  // A desk that runs: the command line has to ask it, for it holds the store.
  opened = await openTestStore();
  const server = serve({
    fetch: deliveryRoutes(opened.store.database, opened.place.dataDir).fetch,
    port: 0,
    hostname: '127.0.0.1',
  });
  await new Promise((resolve) => server.once('listening', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await announceDesk(opened.place.dataDir, { url: base, token: 'the-token' });
  close = () => new Promise((resolve) => server.close(() => resolve()));
}, 60_000);
afterAll(async () => {
  await close?.();
  await opened?.close();
});
beforeEach(() => {
  process.env.GILJABI_LANG = 'en';
});

async function run(...args: string[]): Promise<string> {
  let out = '';
  const program = new Command().exitOverride().configureOutput({ writeErr: () => {} });
  registerDeliveries(program, {
    place: () => ({ ...opened.place, config: path.join(opened.place.dataDir, 'desk.yaml') }),
    env: {},
    write: (text) => {
      out += text;
    },
  });
  await program.parseAsync(['deliveries', ...args], { from: 'user' });
  return out;
}

describe('deliveries on the command line', () => {
  it('shows what has failed, tries it again, and drops it with a reason', async () => {
    const inquiry = await addInquiry(opened.store);
    const { number } = (await opened.store.find(inquiry.id))!;
    const strict = {
      name: 'strict',
      tellsAsker: false,
      takesReplies: true,
      deliver: async () => {
        throw giveUp('refused', 'no such \u001b[31mgroup');
      },
      check: async () => {},
    };
    const desk = startDelivering({
      db: opened.store.database,
      store: opened.store,
      readReply: async () => null,
      adapters: { targets: [strict], mail: null, confirm: false },
      log: () => {},
      every: 20,
    });
    const json = async (...args: string[]) => JSON.parse(await run('list', '--json', ...args)) as Delivery[];
    const [row] = await until(async () => {
      const rows = await json();
      return rows[0]?.state === 'dead' && rows;
    });
    await desk.stop();
    const short = row!.id.slice(0, 8);
    const text = await run('list');
    expect(text).toContain(short);
    expect(text).toContain(number);
    expect(text).not.toContain('\u001b');
    expect(await run('retry', short)).toMatch(/Trying 1 again/);
    expect((await json())[0]).toMatchObject({ id: row!.id, state: 'waiting' });
    await expect(run('retry', '00000000')).rejects.toThrow(/begins with 00000000/);
    await expect(run('drop', short)).rejects.toThrow(/reason/);
    expect(JSON.parse(await run('drop', short, '--reason', 'answered by phone', '--json'))).toEqual({
      dropped: 1,
    });
    expect(await run('list')).toMatch(/No delivery waits/);
    expect((await json('--inquiry', number))[0]).toMatchObject({
      state: 'dropped',
      error: 'answered by phone',
    });
  });

  it('is told nothing without the token, or from a page', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${base}/api/desk/deliveries`, { headers })).status;
    expect(await ask({ Authorization: 'Bearer the-token' })).toBe(200);
    expect(await ask({})).toBe(404);
    expect(await ask({ Authorization: 'Bearer other' })).toBe(404);
    expect(await ask({ Authorization: 'Bearer the-token', Origin: 'https://evil.example' })).toBe(404);
    expect(await ask({ Authorization: 'Bearer the-token', 'X-Forwarded-For': '10.0.0.1' })).toBe(404);
  });
});

describe('desk.yaml', () => {
  async function problems(text: string, env: Record<string, string> = {}): Promise<string[]> {
    const file = path.join(opened.place.dataDir, 'desk.yaml');
    await writeFile(file, text);
    return readConfig(file, env).then(
      () => [],
      (error: Error) => error.message.split('\n').map((line) => line.trim()),
    );
  }
  const hook = 'deliver:\n  - type: webhook\n    name: hook\n    secretEnv: HOOK\n';

  it.each([
    ['mail:\n  from: a@b.example\n  host: h\n  password: x\n', /^desk\.yaml:4 unknown field: mail\.password/],
    ['mail:\n  from: nobody\n  host: h\n', /^desk\.yaml:2 .*mail\.from/],
    ['deliver:\n  - type: smtp\n    name: box\n    to: a@b.example\n', /^desk\.yaml:3 .*add mail:/],
    ['deliver:\n  - type: pigeon\n    name: p\n', /^desk\.yaml:2 /],
    [`${hook}    url: https://h.example\n`, /^desk\.yaml:4 .*HOOK is empty/],
    ['deliver: [', /^desk\.yaml:1 not valid YAML/],
  ])('%j: one line that says where and what', async (text, expected) => {
    const found = await problems(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it('has a webhook over https only, with a whole secret, unless its network is meant', async () => {
    const env = { HOOK: `whsec_${Buffer.alloc(24).toString('base64')}` };
    expect(await problems(`${hook}    url: https://h.example\n`, env)).toEqual([]);
    expect((await problems(`${hook}    url: http://h.example\n`, env))[0]).toMatch(/must be https/);
    expect(await problems(`${hook}    url: http://h.example\n    allowPrivate: true\n`, env)).toEqual([]);
    expect((await problems(`${hook}    url: https://h.example\n`, { HOOK: 'whsec_c2hvcnQ=' }))[0]).toMatch(
      /24 to 64/,
    );
    expect((await problems(`${hook}    url: https://h.example\n    files: link\n`, env))[0]).toMatch(
      /add url:/,
    );
  });

  it('need not be there, unless it was named', async () => {
    expect(await readConfig('/nowhere/desk.yaml', {})).toEqual({ lang: 'ko', deliver: [] });
    await expect(readConfig('/nowhere/desk.yaml', {}, true)).rejects.toThrow('ENOENT');
  });

  it('is checked against what is really there', async () => {
    const file = path.join(opened.place.dataDir, 'check.yaml');
    await writeFile(file, 'mail:\n  from: a@b.example\n  host: 127.0.0.1\n  port: 1\n  tls: none\n');
    await expect(run('check', '--config', file)).rejects.toThrow(/1 of 1 targets/);
    await writeFile(file, 'lang: en\n');
    await expect(run('check', '--config', file)).rejects.toThrow(/neither mail: nor deliver:/);
  });
});
