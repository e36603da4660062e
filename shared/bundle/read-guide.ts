import type { Guide } from '../guide/index.ts';
import { guide } from './guide-schema.ts';
import { readPart } from './read.ts';

/** @throws BundleError `not-json` or `shape` */
export const readGuide = (bytes: Uint8Array, id: string): Guide => readPart(guide, bytes, `guide/${id}`);
