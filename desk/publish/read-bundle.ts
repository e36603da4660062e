import type { Article } from '../../shared/article/index.ts';
import {
  BundleError,
  type Catalogue,
  type Manifest,
  type PartRef,
  partRef,
  partsOf,
  readArticle,
  readCatalogue,
  readShelf,
  type Shelf,
  type TrustedKey,
  verifyManifest,
  verifyPart,
  wholeCatalogue,
} from '../../shared/bundle/index.ts';
import { directoryStore } from './directory.ts';
import type { BundleStore } from './store.ts';

export interface Contents {
  manifest: Manifest;
  catalogue: Catalogue;
  /** In the language that each was written in first. */
  articles: Article[];
  /** Catalogue and articles with the texts of that language, wherever there is one. */
  inLanguage(lang: string): Promise<Pick<Contents, 'catalogue' | 'articles'>>;
  /** The stored search indexes of every language and console; read when they are asked for. */
  indexes(): Promise<Uint8Array[]>;
}

/** A bundle directory read as any reader would: verified first. @throws BundleError */
export async function readBundle(from: string | BundleStore, keys: TrustedKey[]): Promise<Contents> {
  const store = typeof from === 'string' ? directoryStore(from) : from;
  const file = async (name: string) => {
    const bytes = await store.read(name);
    if (!bytes) throw Object.assign(new Error(`${store.name}: ${name}`), { code: 'ENOENT' });
    return bytes;
  };
  const bytes = await file('manifest.json');
  const signatures = new TextDecoder().decode(await file('manifest.sig'));
  const { manifest } = await verifyManifest(bytes, signatures, { keys, floor: {}, now: new Date() });
  const part = async (ref: PartRef) => {
    const content = await store.read(`parts/${ref.hash}`);
    if (!content) throw new BundleError('part-missing', ref.name);
    await verifyPart(ref, content);
    return content;
  };
  const base = readCatalogue(await part(partRef(manifest, 'catalogue')));
  const shelves: Shelf[] = [];
  for (const { name } of base.shelves ?? [])
    shelves.push(readShelf(await part(partRef(manifest, `shelf/${name}`)), name));
  const refs = partsOf(manifest, shelves);
  const text = async (name: string) => {
    const ref = refs.get(name);
    return ref && readArticle(await part(ref), name.slice('article/'.length));
  };
  const inLanguage = async (lang: string | null) => {
    const catalogue = wholeCatalogue(base, shelves, lang);
    const articles: Article[] = [];
    for (const { id } of catalogue.articles) {
      const article = (lang && (await text(`article/${id}.${lang}`))) || (await text(`article/${id}`));
      if (article) articles.push(article);
    }
    return { catalogue, articles };
  };
  return {
    manifest,
    ...(await inLanguage(null)),
    inLanguage,
    indexes: () => Promise.all([...refs.values()].filter(({ name }) => /^search(\/|$)/.test(name)).map(part)),
  };
}
