export { type InquiriesDeps, registerInquiries } from './cli.ts';
export { type Intake, openIntake } from './open-intake.ts';
export { asSigningKey, type ReceiptKey, signReceipt } from './receipt.ts';
export { intakeRoutes } from './routes.ts';
export type { IntakeParts, IntakeSettings, Log } from './settings.ts';
export {
  type Database,
  FolderInUseError,
  type Inbox,
  migrate,
  type OnAdded,
  openStore,
  type Sql,
  type SqlValue,
  type Store,
  type StorePlace,
} from './store/index.ts';
