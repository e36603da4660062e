// A desk of its own process, for a test that kills it: `node --import tsx desk-process.ts <dataDir> <jwk> <port>`.
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { openIntake } from '../../../desk/intake/index.ts';
import { CONSENT, LIMITS } from '../inquiry/samples.ts';

const [dataDir, jwk] = process.argv.slice(2) as [string, string];
const intake = await openIntake({
  dataDir,
  receiptKey: JSON.parse(jwk),
  settings: { limits: LIMITS, consent: CONSENT },
  allowedOrigins: [],
  log: () => {},
  rate: 1_000_000,
  proof: false,
});
const server = serve({ fetch: intake.app.fetch, port: 0, hostname: '127.0.0.1' }, async (address) => {
  const url = `http://127.0.0.1:${(address as AddressInfo).port}`;
  await intake.announce(url);
  console.log(url);
});
process.on('SIGTERM', () => server.close(() => void intake.close()));
