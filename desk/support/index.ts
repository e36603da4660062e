export { readReply } from './cases.ts';
export { registerSupport, type SupportDeps } from './cli.ts';
export { type SupportParts, supportApp } from './open.ts';

/** For `openStore`: the tables of this room. */
export const supportMigrations = new URL('./migrations/', import.meta.url);
