import type { Catalogue, Shelf } from './contents.ts';
import { BundleError } from './errors.ts';
import { parseJson } from './json.ts';
import * as schema from './schema.ts';
import { Misfit, type Shape } from './shape.ts';

/**
 * Clause 2.4: verified bytes as what they are said to be; whatever the shape does not know refuses the whole.
 * @throws BundleError `not-json` or `shape`
 */
export function readPart<T>(shape: Shape<T>, bytes: Uint8Array, where: string): T {
  return shaped(shape, parseJson(bytes, where), where);
}

/** The same of a value that was parsed already. @throws BundleError `shape` */
export function shaped<T>(shape: Shape<T>, value: unknown, where: string): T {
  try {
    return shape(value);
  } catch (cause) {
    throw cause instanceof Misfit ? new BundleError('shape', where, cause.detail) : cause;
  }
}

export const readCatalogue = (bytes: Uint8Array): Catalogue => readPart(schema.catalogue, bytes, 'catalogue');
export const readShelf = (bytes: Uint8Array, name: string): Shelf =>
  readPart(schema.shelf, bytes, `shelf/${name}`);
