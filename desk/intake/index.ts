export { type InquiriesDeps, registerInquiries } from './cli.ts';
export { type Intake, openIntake } from './open-intake.ts';
export { asSigningKey, type ReceiptKey, signReceipt } from './receipt.ts';
export { intakeRoutes } from './routes.ts';
export type { IntakeParts, IntakeSettings, Log } from './settings.ts';
export {
  type AuditLine,
  type Database,
  FolderInUseError,
  type Inbox,
  type InquirySummary,
  migrate,
  type NewlyAdded,
  type OnAdded,
  type OnRemoved,
  openStore,
  type Sql,
  type SqlValue,
  type Store,
  type StoredInquiry,
  type StorePlace,
} from './store/index.ts';
