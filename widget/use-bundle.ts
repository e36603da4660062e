import { useEffect, useState } from 'preact/hooks';
import type { Brand } from '../shared/bundle/index.ts';
import type { SuggestPort } from '../shared/ui/inquiry/port.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import type { Bundle } from './bundle.ts';
import { keepTerms } from './terms.ts';

export type BundleState =
  | { at: 'loading' }
  | { at: 'ready'; bundle: Bundle; suggest: SuggestPort }
  /** `broken`: it is there but must not be used. */
  | { at: 'broken' | 'unreachable'; code: string };

/** The verified bundle at `address`, loaded after the first paint; null loads nothing yet. */
export function useBundle(root: ShadowRoot, address: string | null, lang: Lang, limit: number): BundleState {
  const [state, setState] = useState<BundleState>({ at: 'loading' });
  useEffect(() => {
    if (address === null) return;
    let gone = false;
    load(root, address, lang, limit).then((loaded) => !gone && setState(loaded));
    return () => {
      gone = true;
    };
  }, [address, lang]);
  return state;
}

let dressed = false;
/** A publisher without a colour of its own costs nobody the reckoning with it. */
async function dress(root: ShadowRoot, brand: Brand | undefined): Promise<void> {
  dressed = true;
  await import('./dress.ts').then(
    (loaded) => loaded.dress(root, brand),
    () => undefined,
  );
}

async function load(root: ShadowRoot, address: string, lang: Lang, limit: number): Promise<BundleState> {
  try {
    // Their code comes only now: the form must not wait for it.
    const { openBundle, searchPort } = await import('./documents.ts');
    const bundle = await openBundle(address, lang);
    keepTerms(bundle.catalogue.lounge);
    const { brand } = bundle.catalogue.lounge;
    if (brand?.color || dressed) void dress(root, brand);
    return { at: 'ready', bundle, suggest: searchPort(bundle, lang, limit) };
  } catch (cause) {
    // By name: importing the class would pull the verifier into the first load.
    if (cause instanceof Error && cause.name === 'BundleError' && 'code' in cause)
      return { at: 'broken', code: String(cause.code) };
    return { at: 'unreachable', code: 'unreachable' };
  }
}
