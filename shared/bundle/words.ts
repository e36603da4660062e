import { list, one, orNull, text } from './shape.ts';

/** What all parts of a bundle are made of. */

export const short = text(400);
export const id = text(100, /^[a-z0-9][a-z0-9-]*$/);
export const idOrNull = orNull(id);
export const lang = one('ko', 'en', 'ja');
export const audience = one('admin', 'user');
/** YYYY-MM-DD */
export const date = text(10, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
export const description = text(1_000);
export const webAddress = text(2_000, /^https?:\/\//);
export const ids = (most: number) => list(id, most);
export const words = (most: number) => list(short, most);
