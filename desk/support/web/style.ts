import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Brand } from '../../../shared/bundle/index.ts';
import { brandCss } from '../../lounge/brand.ts';

const UI = path.resolve(import.meta.dirname, '../../../shared/ui');
const FILES = [
  `${UI}/tokens.css`,
  `${UI}/base.css`,
  `${UI}/article.css`,
  path.join(import.meta.dirname, 'desk.css'),
];
let read: Promise<string> | undefined;

/** The looks of the desk's pages, in the design language of every face and the publisher's colour. */
export async function styleSheet(brand: Brand | undefined): Promise<string> {
  read ??= Promise.all(FILES.map((file) => readFile(file, 'utf8'))).then((parts) => parts.join('\n'));
  return [await read, brandCss(brand)].join('\n');
}
