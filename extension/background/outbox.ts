import { fromBase64 } from '../../shared/bundle/index.ts';
import { flush, type Inquiry, type Outbox, openOutbox } from '../../shared/inquiry/index.ts';
import type { CarriedFile, QueuedInquiry } from '../platform/messages.ts';
import { tell } from '../platform/tabs.ts';
import { wakeAt } from '../platform/timer.ts';
import { catalogue } from './content.ts';

let box: Promise<Outbox> | null = null;
const outbox = () => {
  box ??= openOutbox('giljabi-inquiries');
  return box;
};

/** On disk first, then on its way; the answer says how far it has come. */
export async function send(inquiry: Inquiry, files: CarriedFile[]): Promise<QueuedInquiry> {
  const blobs = files.map((file) => new Blob([fromBase64(file.base64)], { type: file.type }));
  await (await outbox()).put(inquiry, blobs);
  await tell({ notice: 'inquiry', queued: await list() });
  await flushOutbox();
  const queued = (await list()).find((each) => each.id === inquiry.id);
  if (!queued) throw new Error(`inquiry ${inquiry.id} is neither waiting nor received`);
  return queued;
}

/** Sends what is due; called after a submit, at start and by the timer, also after a restart. */
export async function flushOutbox(force = false): Promise<void> {
  const { desk } = (await catalogue()).lounge;
  const { next } = await flush(await outbox(), desk, { force });
  await wakeAt('outbox', next);
  await tell({ notice: 'inquiry', queued: await list() });
}

export async function list(): Promise<QueuedInquiry[]> {
  const kept = await outbox();
  const waiting = (await kept.list()).map(
    (entry): QueuedInquiry => ({
      id: entry.inquiry.id,
      summary: entry.inquiry.summary,
      state: entry.state,
      receipt: null,
      error: entry.error,
      nextAttempt: entry.state === 'waiting' ? new Date(entry.nextAttempt).toISOString() : null,
    }),
  );
  const received = (await kept.receipts()).map(
    ({ id, summary, receipt }): QueuedInquiry => ({
      id,
      summary,
      state: 'received',
      receipt,
      error: null,
      nextAttempt: null,
    }),
  );
  return [...waiting, ...received];
}

/** Drafts, receipts and entries that were given up; what still waits to be sent is not thrown away. */
export async function forgetInquiries(): Promise<void> {
  await (await outbox()).forget();
  await tell({ notice: 'inquiry', queued: await list() });
}
