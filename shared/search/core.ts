import { decode, encode } from './codec.ts';
import { type Index, openIndex } from './engine.ts';

/** The engine without fuse.js. Faces that count every byte import this; the others import index.ts. */
export { createIndex, type Index, search } from './engine.ts';

/** The index as bytes, about as many as the gzipped texts. Equal documents give equal bytes. */
export const serialize = (index: Index): Uint8Array => encode(index.store);

/** Reads what serialize wrote; throws when it is something else or cut short. */
export const loadIndex = (bytes: Uint8Array): Index => openIndex(decode(bytes));
