import { type Behaviour, error, type Session, yes } from './guided.ts';

const IDLE = 3_000;

/** What a tour costs the page that it is on. */
export const costs = (rounds: number): Behaviour[] => [
  {
    name: '3 s with one step open and nothing happening: reads / writes / timers',
    page: 'plain.html',
    async run(session) {
      await error(session, '#target');
      // What was begun for the first drawing may come to its end.
      await wait(session, 1_600);
      const told = await session.count();
      await wait(session, IDLE);
      const { reads, writes, timers } = await told();
      return yes(reads + writes + timers === 0, `${reads} / ${writes} / ${timers}`);
    },
  },
  {
    name: `${rounds} times begun and ended: nodes / listeners / kB left`,
    page: 'plain.html',
    async run(session) {
      await error(session, '#target');
      await session.rounds(20);
      const before = await held(session);
      await session.rounds(rounds);
      const after = await held(session);
      const left = [after.nodes - before.nodes, after.listeners - before.listeners] as const;
      const kb = Math.round((after.bytes - before.bytes) / 1024);
      // What one tour holds may still be waiting; what every one leaves behind would be hundreds.
      const ok = left.every((count) => count < rounds / 5) && kb < rounds * 2;
      return yes(ok, `${Math.max(0, left[0])} / ${Math.max(0, left[1])} / ${Math.max(0, kb)}`);
    },
  },
];

const wait = (session: Session, milliseconds: number) =>
  session.page.evaluate((time) => new Promise((done) => setTimeout(done, time)), milliseconds);

async function held({ page }: Session) {
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  for (let turns = 0; turns < 3; turns++) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  await client.detach();
  return { nodes: of('Nodes'), listeners: of('JSEventListeners'), bytes: of('JSHeapUsedSize') };
}
