import type { StorePlace } from '../intake/index.ts';
import { hereOrThere } from '../intake/running-desk.ts';
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
export function openDeliveryDesk(place: StorePlace & { migrations: URL[] }): Promise<DeliveryDesk> {
  return hereOrThere<DeliveryDesk>(place, {
    here: (store) => ({
      list: (filter) => listDeliveries(store.database, filter),
      retry: (id) => retryDelivery(store.database, id),
      retryDead: (target) => retryDead(store.database, target),
      drop: (id, reason) => dropDelivery(store.database, id, reason),
      close: () => store.close(),
    }),
    there: ({ ask }) => ({
      list: (filter = {}) =>
        ask(`${DELIVERIES_PATH}?${new URLSearchParams({ filter: JSON.stringify(filter) })}`),
      retry: (id) => ask(`${DELIVERIES_PATH}/retry`, { id }),
      retryDead: (target) => ask(`${DELIVERIES_PATH}/retry`, { target }),
      drop: (id, reason) => ask(`${DELIVERIES_PATH}/drop`, { id, reason }),
      async close() {},
    }),
    probe: (desk) => desk.list({ limit: 1 }),
  });
}
