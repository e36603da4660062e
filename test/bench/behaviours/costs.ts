import { type Behaviour, type Session, settled, yes } from './guided.ts';

const IDLE = 3_000;

/** What a tour costs the page that it is on. */
export const costs = (rounds: number): Behaviour[] => [
  {
    name: '3 s with one step open and nothing happening: reads / writes / timers',
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      // What was begun for the first drawing may come to its end.
      await wait(1_600);
      const told = await session.count();
      await wait(IDLE);
      const { reads, writes, timers } = await told();
      return yes(reads + writes + timers === 0, `${reads} / ${writes} / ${timers}`);
    },
  },
  {
    name: `${rounds} times begun and ended: nodes / listeners / kB left`,
    page: 'plain.html',
    async run(session) {
      await settled(session, '#target');
      await session.rounds(20);
      const before = await held(session);
      await session.rounds(rounds);
      const after = await held(session);
      const left = [after.nodes - before.nodes, after.listeners - before.listeners] as const;
      const kb = Math.round((after.bytes - before.bytes) / 1024);
      // What one tour holds may still be waiting, and code is compiled once; what every round leaves would be more.
      const ok = left.every((count) => count < rounds / 5) && kb < Math.max(1_000, rounds * 2);
      return yes(ok, `${Math.max(0, left[0])} / ${Math.max(0, left[1])} / ${Math.max(0, kb)}`);
    },
  },
];

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function held({ page }: Session) {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  for (let turns = 0; turns < 3; turns++) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await client.detach();
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), bytes: of('JSHeapUsedSize') };
}
