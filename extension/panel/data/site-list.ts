import type { Console } from '../../../shared/bundle/index.ts';

export interface SiteLists {
  /** Per console the addresses that come with the content and were granted. */
  consoles: { console: Console; addresses: string[] }[];
  /** Match patterns that the person granted one by one. */
  added: string[];
}

/** Sorts the granted match patterns into what belongs to a console for everybody, and the rest. */
export function siteLists(consoles: readonly Console[], granted: readonly string[]): SiteLists {
  const fixed = new Set(consoles.flatMap((console) => console.addresses));
  return {
    consoles: consoles.map((console) => ({
      console,
      addresses: console.addresses.filter((address) => granted.includes(address)),
    })),
    added: granted.filter((pattern) => !fixed.has(pattern)),
  };
}

/** `https://mail.example.com/*` -> `mail.example.com`: what a person calls the site. */
export function siteName(pattern: string): string {
  return pattern.replace(/^(\*|https?):\/\//, '').replace(/\/\*?$/, '');
}
