import { agree } from '../shared/inquiry/consent.ts';
import type { InquiryContext } from '../shared/inquiry/inquiry.ts';
import { makeInquiry } from '../shared/inquiry/make.ts';
import { memoryOutbox } from '../shared/inquiry/memory-outbox.ts';
import { OtherTextError, type Outbox } from '../shared/inquiry/outbox.ts';
import { openOutbox } from '../shared/inquiry/outbox-database.ts';
import type { SendProgress } from '../shared/inquiry/sender.ts';
import { deskAddress, SOLVED_PATH } from '../shared/inquiry/wire.ts';
import type { InquiryPort, SendOutcome } from '../shared/ui/inquiry/port.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import { runCourier } from './courier.ts';
import type { DeskTerms } from './terms.ts';

export interface Post extends InquiryPort {
  /** Tells how far the files of an inquiry have come while it is being sent. Returns the stop. */
  progress(id: string, tell: (progress: SendProgress) => void): () => void;
  stop(): void;
}

/**
 * Drafts and sending for the form, on the outbox of this browser. Goes on sending what was kept earlier. Where there
 * is no disk, or it is full, an inquiry is held by the page alone, which then asks before it is left.
 */
export async function openPost(terms: DeskTerms, lang: Lang, name = 'giljabi'): Promise<Post> {
  // Storage may be forbidden (private windows, blocked third parties): then this page's memory has to do.
  const disk = await openOutbox(name).catch(() => null);
  const memory = memoryOutbox(`${name}:memory`);
  const boxes: Outbox[] = disk ? [disk, memory] : [memory];
  const watchers = new Set<(progress: SendProgress) => void>();
  const courier = runCourier(boxes, terms.desk, (progress) => {
    for (const tell of [...watchers]) tell(progress);
  });
  const staying = (event: BeforeUnloadEvent) => {
    if ([...memory.entries.values()].some(({ state }) => state !== 'refused')) event.preventDefault();
  };
  addEventListener('beforeunload', staying);

  const outcomeOf = async (id: string): Promise<SendOutcome> => {
    for (const box of boxes) {
      const stored = (await box.receipts().catch(() => [])).find((receipt) => receipt.id === id);
      if (stored) return { state: 'received', receipt: stored.receipt };
    }
    let reason: (SendOutcome & { state: 'kept' })['reason'] = null;
    for (const box of boxes) {
      const entry = await box.get(id).catch(() => null);
      if (entry?.error) return { state: 'refused', error: entry.error };
      reason ??= entry?.reason ?? null;
    }
    return { state: 'kept', reason };
  };

  return {
    loadDraft: async () => (await disk?.loadDraft()) ?? memory.loadDraft(),
    saveDraft: async (draft) => {
      if (disk) return disk.saveDraft(draft);
      await memory.saveDraft(draft);
      throw new Error('kept in memory only');
    },
    dropDraft: async (id) => {
      for (const box of boxes) await box.dropDraft(id);
    },
    solved(article) {
      // A count for support that may as well be lost.
      void fetch(deskAddress(terms.desk.url, SOLVED_PATH), {
        method: 'POST',
        keepalive: true,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ article }),
      }).catch(() => undefined);
    },
    async keep({ id, fields, files, agreed, seen, trap }) {
      const consent = await agree(terms.consent, new Date(agreed));
      const context: InquiryContext = {
        source: 'widget',
        page: location.href,
        guide: null,
        step: null,
        seen,
      };
      const inquiry = await makeInquiry({ id, fields, lang, consent, context, files });
      const put = (box: Outbox) => box.put(inquiry, files, Date.now(), trap);
      if (!disk) return void (await put(memory));
      try {
        await put(disk);
        // Held by the page since an earlier press, when the disk was full.
        await memory.remove(id);
      } catch (error) {
        // Sending must not fail for want of disk; the text stays in the draft, too.
        if (error instanceof OtherTextError) throw error;
        await put(memory);
      }
    },
    async send(id) {
      await courier.run(true);
      return outcomeOf(id);
    },
    watch(id, tell) {
      const look = async () => {
        const outcome = await outcomeOf(id);
        if (outcome.state !== 'kept') tell(outcome);
      };
      const stops = boxes.map((box) => box.subscribe(() => void look()));
      return () => {
        for (const stop of stops) stop();
      };
    },
    progress(id, tell) {
      const own = (progress: SendProgress) => progress.id === id && tell(progress);
      watchers.add(own);
      return () => void watchers.delete(own);
    },
    stop() {
      courier.stop();
      removeEventListener('beforeunload', staying);
      for (const box of boxes) box.close();
    },
  };
}
