export type { DeliveryCode } from './adapter.ts';
export { type DeliveriesDeps, registerDeliveries } from './cli.ts';
export { checkTargets } from './config/check.ts';
export { NO_CONFIG, readConfig } from './config/read-config.ts';
export type { DeskConfig } from './config/schema.ts';
export { deliveryRoutes } from './desk-routes.ts';
export {
  type Deliveries,
  type DeliveriesOptions,
  enqueueAndWake,
  openDeliveries,
} from './open-deliveries.ts';
export { type DeliveryDesk, openDeliveryDesk } from './open-list.ts';
export type { Outgoing, Reply } from './outgoing.ts';
export type { ReadReply } from './queue/address.ts';
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
