// A desk of its own process, to be killed: `node desk-process.ts <json of DeskArguments>`.
import { setTimeout as sleep } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import { openIntake } from '../../../desk/intake/index.ts';
import { CONSENT } from '../../unit/inquiry/samples.ts';
import { childArgument } from './child.ts';
import { LIMITS, PROOF } from './terms.ts';

export interface DeskArguments {
  dataDir: string;
  databaseUrl?: string;
  receiptKey: JsonWebKey;
  /** Pages that may send. */
  origins: string[];
}

const { dataDir, databaseUrl, receiptKey, origins } = childArgument<DeskArguments>();
/** The database may be starting again, too. */
async function open() {
  for (let tries = 0; ; tries++)
    try {
      return await openIntake({
        ...{ dataDir, databaseUrl, receiptKey, proof: PROOF, rate: 10_000_000, allowedOrigins: origins },
        settings: { limits: LIMITS, consent: CONSENT },
        log: () => {},
      });
    } catch (error) {
      if (!databaseUrl || tries > 200) throw error;
      await sleep(100);
    }
}
const intake = await open();
const server = serve({ fetch: intake.app.fetch, port: 0, hostname: '127.0.0.1' }, (address) =>
  console.log((address as { port: number }).port),
);
process.on('SIGTERM', () => {
  (server as { closeAllConnections?: () => void }).closeAllConnections?.();
  server.close(() => void intake.close().then(() => process.exit(0)));
});
