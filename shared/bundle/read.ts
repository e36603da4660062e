import type { Article } from '../article/index.ts';
import type { Guide } from '../guide/index.ts';
import type { Catalogue, Shelf } from './contents.ts';
import { parseJson } from './json.ts';
import * as schema from './schema.ts';
import { read } from './verify.ts';

/** Reads verified bytes of a part (clause 2.4 again). @throws BundleError `not-json` or `shape` */
export const readCatalogue = (bytes: Uint8Array): Catalogue =>
  read(schema.catalogue, parseJson(bytes, 'catalogue'), 'catalogue');
export const readShelf = (bytes: Uint8Array, name: string): Shelf =>
  read(schema.shelf, parseJson(bytes, `shelf/${name}`), `shelf/${name}`);
export const readArticle = (bytes: Uint8Array, id: string): Article =>
  read(schema.article, parseJson(bytes, `article/${id}`), `article/${id}`);
export const readGuide = (bytes: Uint8Array, id: string): Guide =>
  read(schema.guide, parseJson(bytes, `guide/${id}`), `guide/${id}`);
