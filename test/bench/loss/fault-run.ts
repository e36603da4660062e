import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StorePlace } from '../../../desk/intake/index.ts';
import { serveOutboxPage } from '../../browser/outbox-page.ts';
import { receiptKeys } from '../../unit/inquiry/samples.ts';
import { startPostgres, type TestServer } from '../../unit/intake/postgres.ts';
import type { Kept } from './client-process.ts';
import { runClient } from './clients.ts';
import { openDesk } from './desks.ts';
import { diskOutbox } from './disk-outbox.ts';
import { judge, type Verdict } from './judge.ts';
import { openProxy } from './proxy.ts';
import { between, randomFrom } from './random.ts';
import { runTabs } from './tabs.ts';

export interface FaultPlan {
  store: 'pglite' | 'postgres';
  count: number;
  /** Client processes with an outbox on disk. */
  clients: number;
  /** Of `count`, how many come from two tabs of a real browser with its own IndexedDB. */
  fromTabs: number;
  /** How many things happen to processes, beside what the network does to connections. */
  events: number;
  seed: number;
  tell?: (line: string) => void;
}

export interface FaultReport extends Verdict {
  seconds: number;
  faults: Record<string, number>;
}

type Event = 'kill desk' | 'kill client' | 'kill browser' | 'restart database' | 'cut all connections';

/** Sends inquiries through a bad network to desks that are killed, and says what became of them. */
export async function faultRun(plan: FaultPlan): Promise<FaultReport> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'giljabi-loss-'));
  const server = plan.store === 'postgres' ? await startPostgres() : null;
  try {
    return await runIn(home, server, plan);
  } finally {
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  }
}

async function runIn(home: string, server: TestServer | null, plan: FaultPlan): Promise<FaultReport> {
  const { count, seed, tell = () => {} } = plan;
  const random = randomFrom(seed);
  const keys = await receiptKeys();
  const place: StorePlace = { dataDir: path.join(home, 'store'), databaseUrl: await server?.fresh() };
  const started = performance.now();

  const site = plan.fromTabs ? await serveOutboxPage() : null;
  const origins = site ? [new URL(site.url).origin] : [];
  const given = { ...place, receiptKey: keys.jwk, origins } as Parameters<typeof openDesk>[0];
  const desks = Array.from({ length: server ? 2 : 1 }, (_, index) =>
    openDesk({ ...given, dataDir: server ? path.join(home, `desk-${index}`) : place.dataDir }),
  );
  for (const desk of desks) await desk.start();
  const ports = () => desks.map((desk) => desk.port()).filter((port) => port !== null);
  const proxy = await openProxy(ports, random);
  const address = { url: proxy.url, receiptKey: keys.public };

  let received = 0;
  const arrived = () => {
    received += 1;
  };
  const share = (client: number) => {
    const all = count - plan.fromTabs;
    return Math.floor(all / plan.clients) + (client < all % plan.clients ? 1 : 0);
  };
  const clients = Array.from({ length: plan.clients }, (_, client) => ({
    dir: path.join(home, `client-${client}`),
    ...{ client, count: share(client), seed: seed + client, desk: address },
  })).map((one) => ({ ...runClient(one, arrived), dir: one.dir }));
  const tabs = site
    ? await runTabs({ home, site, count: plan.fromTabs, desk: address, received: arrived })
    : null;
  let over = false;
  const finished = Promise.all([...clients.map((client) => client.finished), tabs?.finished]).finally(() => {
    over = true;
  });
  finished.catch(() => {});

  let restarts = 0;
  let cuts = 0;
  const happen: Record<Event, () => Promise<void> | void> = {
    'kill desk': () => desks[between(random, 0, desks.length - 1)]!.kill(),
    'kill client': () => {
      const first = between(random, 0, clients.length - 1);
      for (const one of [...clients.slice(first), ...clients.slice(0, first)]) if (one.kill()) return;
    },
    'kill browser': async () => {
      await tabs?.kill();
    },
    'restart database': async () => {
      restarts += 1;
      await server?.crash();
    },
    'cut all connections': () => {
      cuts += 1;
      proxy.cutAll();
    },
  };
  const kinds: Event[] = ['kill desk', 'kill desk', 'kill client', 'cut all connections'];
  // The database inside the desk is restarted with it; a server of its own is restarted by itself.
  if (server) kinds.push('restart database');
  if (tabs) kinds.unshift('kill browser', 'kill browser');
  for (let nth = 0; nth < plan.events && !over; nth++) {
    const at = Math.floor(((nth + random()) / plan.events) * count * 0.95);
    while (received < at && !over) await sleep(5);
    if (over) break;
    // Each kind comes up, and then what chance brings.
    const kind = nth < kinds.length ? kinds[nth]! : kinds[between(random, 0, kinds.length - 1)]!;
    tell(`${received}/${count} received: ${kind}`);
    await happen[kind]();
  }
  await finished;
  await proxy.stop();
  for (const desk of desks) await desk.stop();
  const seconds = (performance.now() - started) / 1000;

  const told = await Promise.all(
    clients.map(async ({ dir }) => {
      const journal = await readFile(path.join(dir, 'journal'), 'utf8');
      const kept = journal
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Kept);
      return { kept, receipts: await (await diskOutbox(dir)).allReceipts() };
    }),
  );
  const verdict = await judge(place, keys.public, tabs ? [...told, tabs] : told);
  const sum = (all: { kills(): number }[]) => all.reduce((total, one) => total + one.kills(), 0);
  return {
    ...verdict,
    seconds,
    faults: {
      ...{ 'desk killed': sum(desks), 'client killed': sum(clients), 'browser killed': tabs?.kills() ?? 0 },
      ...{ 'database restarted': restarts, 'all connections cut': cuts, ...proxy.happened },
    },
  };
}
