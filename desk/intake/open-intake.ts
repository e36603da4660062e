import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { deskRoutes } from './desk-routes.ts';
import { announceDesk } from './presence.ts';
import { asSigningKey } from './receipt.ts';
import { startRetention } from './retention.ts';
import { intakeRoutes } from './routes.ts';
import type { IntakeParts } from './settings.ts';
import { openStore, type Store, type StorePlace } from './store/index.ts';

export interface Intake {
  /** Mount at the root: it answers below `/api/`. */
  app: Hono;
  store: Store;
  /** Call when listening, with a loopback address, so that the command line finds this desk. */
  announce(url: string): Promise<void>;
  /** Call when no request is being handled any more. */
  close(): Promise<void>;
}

/** Everything behind the desk's inquiry address: store, routes, retention. @throws FolderInUseError */
export async function openIntake(parts: Omit<IntakeParts, 'store'> & StorePlace): Promise<Intake> {
  const { dataDir, databaseUrl, migrations, onRemoved, ...rest } = parts;
  // A key that cannot sign is said now, not to the first person who asks for help.
  const receiptKey = await asSigningKey(parts.receiptKey);
  const store = await openStore({ dataDir, databaseUrl, migrations, onRemoved });
  const token = randomBytes(24).toString('base64url');
  const stopRetention = startRetention(store, parts.log, parts.now);
  let withdraw = async () => {};
  return {
    app: new Hono()
      .route('/', deskRoutes({ store, token }))
      .route('/', intakeRoutes({ ...rest, receiptKey, store })),
    store,
    async announce(url) {
      withdraw = await announceDesk(dataDir, { url, token });
    },
    async close() {
      stopRetention();
      await withdraw();
      await store.close();
    },
  };
}
