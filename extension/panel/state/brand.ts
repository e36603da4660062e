import { useEffect, useState } from 'preact/hooks';
import type { Brand as Looks, Lounge } from '../../../shared/bundle/index.ts';
import { brandRule, namesOf } from '../../../shared/ui/brand.ts';

/** Whose documents these are, where the publisher has said how it looks. */
export interface Brand extends Looks {
  name: string;
}

const KEY = 'giljabi:brand';
const sheet = new CSSStyleSheet();

/** As it was last seen; null for our own looks, undefined where no bundle has told yet. */
function remembered(): Brand | null | undefined {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '') as Brand | null;
  } catch {
    return undefined;
  }
}

/** The colour that was last seen, before anything is drawn: no page of ours opens in one and turns to another. */
export function dress(): void {
  document.adoptedStyleSheets = [sheet];
  sheet.replaceSync(brandRule(':root', remembered()?.color));
}

/** @param lounge that of the bundle in use; undefined while it is asked for */
export function useBrand(lounge: Lounge | undefined): Brand | null | undefined {
  const [brand, setBrand] = useState(remembered);
  useEffect(() => {
    if (!lounge) return;
    const now = lounge.brand ? { ...lounge.brand, name: namesOf(lounge.name).name } : null;
    localStorage.setItem(KEY, JSON.stringify(now));
    dress();
    setBrand(now);
  }, [lounge]);
  return brand;
}
