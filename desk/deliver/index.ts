export type { Outgoing, Reply } from './outgoing.ts';
export { enqueue, enqueueNew } from './queue/enqueue.ts';
export {
  type DeliveryFilter,
  dropDelivery,
  listDeliveries,
  retryDead,
  retryDelivery,
} from './queue/list.ts';
export type { Delivery, DeliveryState, Remote } from './queue/rows.ts';

/** For `openStore`: the tables of this room. */
export const deliverMigrations = new URL('./migrations/', import.meta.url);
