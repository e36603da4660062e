export type { Added, NewInquiry, NewlyAdded, OnAdded } from './add.ts';
export type { Database, Sql, SqlValue } from './database.ts';
export { FolderInUseError } from './hold-folder.ts';
export { migrate } from './migrate.ts';
export type { InquirySummary, StoredInquiry } from './records.ts';
export type { AuditLine, OnRemoved } from './remove.ts';
export { type Inbox, openStore, type Store, type StorePlace } from './store.ts';
