import { FolderInUseError, openStore, type StorePlace } from '../intake/index.ts';
import { readPresence } from '../intake/presence.ts';
import { Expected } from '../say.ts';
import { DELIVERIES_PATH } from './desk-routes.ts';
import { type DeliveryFilter, dropDelivery, listDeliveries, retryDead, retryDelivery } from './queue/list.ts';
import type { Delivery } from './queue/rows.ts';

/** What support does with deliveries, be the store open here or in a running desk. */
export interface DeliveryDesk {
  list(filter?: DeliveryFilter): Promise<Delivery[]>;
  /** How many are tried again: 0 when there is none of that id that waits or has failed. */
  retry(id: string): Promise<number>;
  retryDead(target?: string): Promise<number>;
  drop(id: string, reason: string): Promise<number>;
  close(): Promise<void>;
}

/** @throws Expected when the store is held by something that does not answer */
export async function openDeliveryDesk(place: StorePlace & { migrations: URL[] }): Promise<DeliveryDesk> {
  const running = place.databaseUrl ? null : await remote(place.dataDir);
  if (running) return running;
  try {
    const store = await openStore(place);
    const sql = store.database;
    return {
      list: (filter) => listDeliveries(sql, filter),
      retry: (id) => retryDelivery(sql, id),
      retryDead: (target) => retryDead(sql, target),
      drop: (id, reason) => dropDelivery(sql, id, reason),
      close: () => store.close(),
    };
  } catch (error) {
    if (!(error instanceof FolderInUseError)) throw error;
    throw new Expected({
      ko: `데스크가 저장소(${place.dataDir})를 열고 있지만 응답하지 않습니다. 잠시 후 다시 실행하거나 데스크를 종료하십시오.`,
      en: `A desk has the store in ${place.dataDir} open but does not answer. Try again in a moment, or stop it.`,
    });
  }
}

/** A desk that runs on this machine with that store; `null` when there is none. */
async function remote(dataDir: string): Promise<DeliveryDesk | null> {
  const presence = await readPresence(dataDir);
  if (!presence) return null;
  const { url, token } = presence;
  async function ask<T>(rest: string, body?: unknown): Promise<T> {
    const response = await fetch(url + DELIVERIES_PATH + rest, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    if (!response.ok) throw new Error(`${url}${DELIVERIES_PATH}${rest}: ${response.status}`);
    return (await response.json()) as T;
  }
  const list = (filter: DeliveryFilter = {}) =>
    ask<Delivery[]>(`?${new URLSearchParams({ filter: JSON.stringify(filter) })}`);
  try {
    await list({ limit: 1 });
  } catch {
    return null;
  }
  return {
    list,
    retry: (id) => ask('/retry', { id }),
    retryDead: (target) => ask('/retry', { target }),
    drop: (id, reason) => ask('/drop', { id, reason }),
    async close() {},
  };
}
