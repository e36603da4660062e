import type { Step } from '../../shared/guide/index.ts';
import type { AuthorSaved } from '../platform/messages.ts';

/** What the authoring card shows. */
export type AuthorView = { step: Step } & (
  | { mode: 'picking'; over: string | null }
  | {
      mode: 'kept';
      words: [string, string][];
      /** How certain the locator is of finding it again on this page, 0 … 100; null when it would not. */
      percent: number | null;
      rival: { words: string; percent: number } | null;
      saving: boolean;
      saved: AuthorSaved | null;
      failed: string | null;
    }
);
