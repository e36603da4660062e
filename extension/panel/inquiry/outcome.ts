import type { SendOutcome } from '../../../shared/ui/inquiry/port.ts';
import type { QueuedInquiry } from '../../platform/messages.ts';

/** What became of an attempt, in the form's terms. Only a receipt makes it `received`. */
export function outcomeOf(queued: QueuedInquiry): SendOutcome {
  if (queued.state === 'received' && queued.receipt) return { state: 'received', receipt: queued.receipt };
  if (queued.state === 'refused' && queued.error) return { state: 'refused', error: queued.error };
  return { state: 'kept', reason: navigator.onLine ? 'desk' : 'offline' };
}
