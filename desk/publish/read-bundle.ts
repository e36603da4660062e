import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../shared/article/index.ts';
import type { TrustedKey } from '../../shared/bundle/index.ts';
import {
  type Catalogue,
  type Manifest,
  partRef,
  readArticle,
  readCatalogue,
  verifyManifest,
  verifyPart,
} from '../../shared/bundle/index.ts';

export interface Contents {
  manifest: Manifest;
  catalogue: Catalogue;
  articles: Article[];
}

/** A bundle directory read as any reader would: verified first. @throws BundleError */
export async function readBundle(dir: string, keys: TrustedKey[]): Promise<Contents> {
  const bytes = await readFile(path.join(dir, 'manifest.json'));
  const signatures = await readFile(path.join(dir, 'manifest.sig'), 'utf8');
  const { manifest } = await verifyManifest(bytes, signatures, { keys, floor: {}, now: new Date() });
  const part = async (name: string) => {
    const ref = partRef(manifest, name);
    const content = await readFile(path.join(dir, 'parts', ref.hash));
    await verifyPart(ref, content);
    return content;
  };
  const catalogue = readCatalogue(await part('catalogue'));
  const articles = await Promise.all(
    catalogue.articles.map(async ({ id }) => readArticle(await part(`article/${id}`), id)),
  );
  return { manifest, catalogue, articles };
}
