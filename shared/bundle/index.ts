export { fromBase64, hex, sha256, toBase64 } from './bytes.ts';
export type * from './contents.ts';
export { BundleError, type BundleErrorCode } from './errors.ts';
export type * from './manifest.ts';
export { readArticle, readCatalogue, readGuide } from './read.ts';
export { type Recorded, readRecorded } from './recorded.ts';
export { partRef, type Trust, type Verified, verifyBytes, verifyManifest, verifyPart } from './verify.ts';
