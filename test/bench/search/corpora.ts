import { type Corpus, debianFaq, gimp, gnome, installer, libreOffice, programs } from './debian.ts';
import { ownContent } from './own.ts';

/**
 * `tuned` corpora are the ones that weights were set on; the bench asks them with other seeds. The others were
 * measured after rounds of work, so faults that they showed have been mended, but no weight was fitted to them;
 * gnome's questions decided how like words count, and half of the translations were read for everyday words.
 */
export interface Named {
  corpus: Corpus;
  tuned: boolean;
}

export function corpora(): Named[] {
  const list: [Corpus | null, boolean][] = [
    [ownContent(), false],
    [gimp(), false],
    [gnome(), false],
    [installer(), false],
    [programs(), false],
    [libreOffice(), true],
    [debianFaq(), true],
  ];
  return list
    .filter((one): one is [Corpus, boolean] => one[0] !== null)
    .map(([corpus, tuned]) => ({ corpus, tuned }));
}

/** Weights were set with seeds 1 to 7. */
export const SEED = 2026;
