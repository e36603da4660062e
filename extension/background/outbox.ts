import { fromBase64 } from '../../shared/bundle/index.ts';
import { flush, type Inquiry, type Outbox, openOutbox } from '../../shared/inquiry/index.ts';
import type { CarriedFile, QueuedInquiry } from '../platform/messages.ts';
import { tell } from '../platform/tabs.ts';
import { wakeAt } from '../platform/timer.ts';
import { publishedCatalogue as catalogue } from './content.ts';

/** The background may be stopped in the middle of a request; the timer brings it back soon after. */
const BACK_SOON_MS = 60_000;
/** How long after a failure of the outbox itself, or for want of content, it is tried again. */
const AGAIN_MS = 5 * 60_000;

let box: Promise<Outbox> | null = null;
const outbox = () => {
  if (box) return box;
  const opening = openOutbox('giljabi-inquiries');
  box = opening;
  // A failure is not kept, or nothing would be sent until the browser is started again.
  opening.catch(() => {
    if (box === opening) box = null;
  });
  return opening;
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

/** Sends what is due; called after a submit, at start and by the timer, also after a restart. Never throws. */
export async function flushOutbox(force = false): Promise<void> {
  try {
    const kept = await outbox();
    if ((await kept.list()).some(({ state }) => state !== 'refused'))
      await wakeAt('outbox', Date.now() + BACK_SOON_MS);
    const { desk } = (await catalogue()).lounge;
    const { next } = await flush(kept, desk, { force });
    await wakeAt('outbox', next);
    await tell({ notice: 'inquiry', queued: await list() });
  } catch (error) {
    console.error('giljabi: the outbox could not be flushed', error);
    await wakeAt('outbox', Date.now() + AGAIN_MS);
  }
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
