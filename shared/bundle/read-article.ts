import type { Article } from '../article/index.ts';
import { article } from './article-schema.ts';
import { readPart } from './read.ts';

/** @throws BundleError `not-json` or `shape` */
export const readArticle = (bytes: Uint8Array, id: string): Article =>
  readPart(article, bytes, `article/${id}`);
