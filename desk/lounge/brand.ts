import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Brand } from '../../shared/bundle/index.ts';
import { brandRule } from '../../shared/ui/brand.ts';
import { sharePicture } from './share-picture.ts';

const OURS = path.resolve(import.meta.dirname, '../../shared/ui/logo.svg');
const OUR_COLOR = /#0b6e69/g;
const ENDINGS = { 'image/svg+xml': 'svg', 'image/png': 'png', 'image/webp': 'webp' };

/** File of a publisher's own logo, or null. */
export const logoFile = (brand: Brand | undefined): string | null =>
  brand?.logo ? `brand.${ENDINGS[brand.logo.type]}` : null;

/** The colour for pages and for the shadow roots of the widget in them: what is set on a host wins over its `:host`. */
export const brandCss = ({ color }: Brand = {}): string =>
  brandRule(':root,\ngiljabi-search,\ngiljabi-inquiry', color);

/** Pictures by file name: our mark in the publisher's colour, what is shown of a shared address, and the publisher's own logo. */
export async function brandFiles(brand: Brand = {}): Promise<Map<string, string | Uint8Array>> {
  const mark = await readFile(OURS, 'utf8');
  const files = new Map<string, string | Uint8Array>([
    ['logo.svg', brand.color ? mark.replace(OUR_COLOR, brand.color) : mark],
  ]);
  files.set('share.png', sharePicture(brand));
  const own = logoFile(brand);
  if (own && brand.logo) files.set(own, Buffer.from(brand.logo.data, 'base64'));
  return files;
}
