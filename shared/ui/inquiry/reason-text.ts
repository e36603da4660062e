import type { LaterReason } from '../../inquiry/outbox-entry.ts';
import type { HelpText } from '../text/context.ts';

/** Why an inquiry has not been received yet, in one sentence. */
export function reasonText(t: HelpText, reason: LaterReason | null): string {
  switch (reason) {
    case 'offline':
      // No answer at all: it is the network here, or the desk is down.
      return navigator.onLine ? t.outcome.unreachable : t.outcome.offline;
    case 'busy':
      return t.outcome.busy;
    case 'receipt':
      return t.outcome.receipt;
    case 'files':
      return t.outcome.files;
    default:
      return t.outcome.unreachable;
  }
}
