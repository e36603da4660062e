import type { SendOutcome } from './port.ts';

/** Where the form stands. */
export type Phase =
  | { at: 'loading' }
  | { at: 'editing' }
  /** Being written to disk, then on its way. */
  | { at: 'sending' }
  | { at: 'solved'; article: string }
  | { at: 'received' | 'kept' | 'refused'; outcome: SendOutcome };
