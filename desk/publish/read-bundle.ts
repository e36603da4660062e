import {
  BundleError,
  type Catalogue,
  type Manifest,
  type PartRef,
  partRef,
  partsOf,
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
  /** In the language that each text was written in first. */
  catalogue: Catalogue;
  /** Catalogue with the texts of that language, wherever there is one. */
  inLanguage(lang: string): Catalogue;
  /** Whether the article has a text of its own in that language, other than the one it was written as. */
  isTranslated(id: string, lang: string): boolean;
  /** The article as it was written first, or its translation; verified when it is asked for. @throws BundleError */
  article(id: string, lang?: string): Promise<Uint8Array>;
  /** The stored search indexes of every language and console; read when they are asked for. */
  indexes(): Promise<Uint8Array[]>;
}

/** A bundle directory read as any reader would: verified first; texts only when they are asked for. @throws BundleError */
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
  return {
    manifest,
    catalogue: wholeCatalogue(base, shelves),
    inLanguage: (lang) => wholeCatalogue(base, shelves, lang),
    isTranslated: (id, lang) => refs.has(`article/${id}.${lang}`),
    async article(id, lang) {
      const name = lang ? `article/${id}.${lang}` : `article/${id}`;
      const ref = refs.get(name);
      if (!ref) throw new BundleError('part-missing', name);
      return part(ref);
    },
    indexes: () => Promise.all([...refs.values()].filter(({ name }) => /^search(\/|$)/.test(name)).map(part)),
  };
}
