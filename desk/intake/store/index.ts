export type { Added, NewInquiry } from './add.ts';
export { FolderInUseError } from './hold-folder.ts';
export type { InquirySummary, StoredInquiry } from './records.ts';
export { type Inbox, openStore, type Store, type StorePlace } from './store.ts';
