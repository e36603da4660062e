import type { DeskAddress } from '../shared/inquiry/flush.ts';
import type { FormTerms } from '../shared/ui/inquiry/port.ts';

/** What the form needs from support: the notice, the limits, and where inquiries go. */
export interface DeskTerms extends FormTerms {
  desk: DeskAddress;
}

const STORE = 'giljabi:terms';

/** Terms of the last bundle that was verified here, else those that the widget was built with. */
export async function lastTerms(): Promise<DeskTerms | null> {
  try {
    const kept = localStorage.getItem(STORE);
    if (kept) return JSON.parse(kept) as DeskTerms;
  } catch {
    // No storage, or not ours: the built-in terms are as good.
  }
  return (await import('./fallback.ts')).FALLBACK;
}

export function keepTerms({ consent, limits, contact, desk }: DeskTerms): void {
  try {
    localStorage.setItem(STORE, JSON.stringify({ consent, limits, contact, desk }));
  } catch {
    // Then the next visit without a bundle uses the built-in ones.
  }
}
