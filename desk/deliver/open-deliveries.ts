import type { Hono } from 'hono';
import type { Log, OnAdded, Store } from '../intake/index.ts';
import { makeAdapters } from './config/adapters.ts';
import type { Env } from './config/read-config.ts';
import type { DeskConfig } from './config/schema.ts';
import { type Delivering, type DeliverOptions, startDelivering } from './deliver.ts';
import { fileLink, linkKey } from './files/link.ts';
import { fileRoutes } from './files/routes.ts';
import type { ReadReply } from './queue/address.ts';
import { enqueueNew } from './queue/enqueue.ts';

export interface DeliveriesOptions extends Pick<DeliverOptions, 'every' | 'nextWait'> {
  config: DeskConfig;
  env: Env;
  store: Store;
  log: Log;
  /** Of the room that owns `replies`; without it replies are not delivered. */
  readReply?: ReadReply | undefined;
}

export interface Deliveries extends Delivering {
  /** Attachments by signed link, below `/api/files`. */
  app: Hono;
}

/** Delivers what is enqueued in the store's database to whom desk.yaml names, until it is stopped. */
export function openDeliveries(options: DeliveriesOptions): Deliveries {
  const { config, env, store, readReply = async () => null } = options;
  const db = store.database;
  const adapters = makeAdapters(config, env, async (inquiry, position) =>
    fileLink(config.url ?? '', await linkKey(db), inquiry, position, Date.now()),
  );
  return {
    ...startDelivering({ ...options, db, adapters, readReply }),
    app: fileRoutes(db, store),
  };
}

/** `onAdded` of an intake that opens before the deliveries do: they are woken when the transaction is through. */
export function enqueueAndWake(deliveries: () => Delivering | null): OnAdded {
  return async (sql, added) => {
    await enqueueNew(sql, added);
    setTimeout(() => deliveries()?.wake(), 50).unref();
  };
}
