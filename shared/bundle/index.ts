export { fromBase64, hex, sha256, toBase64 } from './bytes.ts';
export type * from './contents.ts';
export { readBody } from './download.ts';
export { BundleError, type BundleErrorCode } from './errors.ts';
export {
  applyRotations,
  followRotations,
  keyId,
  type Rotation,
  rotationBytes,
  rotationLine,
  verifyBytes,
} from './keys.ts';
export type * from './manifest.ts';
export { readCatalogue, readShelf } from './read.ts';
export { readArticle } from './read-article.ts';
export { readGuide } from './read-guide.ts';
export { type Recorded, readRecorded } from './recorded.ts';
export {
  type Placed,
  partsOf,
  SHELF_LIMIT,
  searchParts,
  shelve,
  shelvesFor,
  wholeCatalogue,
} from './shelves.ts';
export {
  MAX_MANIFEST,
  MAX_SIGNATURES,
  partRef,
  type Trust,
  type Verified,
  verifyManifest,
  verifyPart,
} from './verify.ts';
