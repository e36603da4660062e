import { expect, it } from 'vitest';
import { faultRun } from '../../bench/loss/fault-run.ts';
import { postgresMissing } from './postgres.ts';

// `npm run bench:loss` does this with a thousand inquiries, on both stores and with a real browser among the clients.
const store = postgresMissing() ? 'pglite' : 'postgres';

it(`thirty inquiries survive killed desks, clients and a network that cuts (${store})`, async () => {
  const report = await faultRun({ store, count: 30, clients: 2, fromTabs: 0, events: 5, seed: 7 });
  expect(report).toMatchObject({ kept: 30, stored: 30, lost: 0, duplicated: 0, verified: 30 });
  // Otherwise nothing was proved.
  expect(report.faults['desk killed']).toBeGreaterThan(0);
}, 240_000);
