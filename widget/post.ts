import { agree, flush, makeInquiry, type Outbox, openOutbox } from '../shared/inquiry/index.ts';
import type { InquiryContext } from '../shared/inquiry/inquiry.ts';
import type { InquiryPort, SendOutcome } from '../shared/ui/inquiry/port.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import { memoryOutbox } from './memory-outbox.ts';
import type { DeskTerms } from './terms.ts';

export interface Post extends InquiryPort {
  stop(): void;
}

/** Drafts and sending for the form, on the outbox of this browser. Goes on sending what was kept earlier. */
export async function openPost(terms: DeskTerms, lang: Lang, name = 'giljabi'): Promise<Post> {
  // Storage may be forbidden (private windows, blocked third parties): then this page's memory has to do.
  const disk = await openOutbox(name).catch(() => null);
  const box: Outbox = disk ?? memoryOutbox(name);
  const courier = runCourier(box, terms);

  const outcomeOf = async (id: string): Promise<SendOutcome> => {
    const stored = (await box.receipts()).find((receipt) => receipt.id === id);
    if (stored) return { state: 'received', receipt: stored.receipt };
    const entry = await box.get(id);
    if (entry?.error) return { state: 'refused', error: entry.error };
    return { state: 'kept', reason: entry?.reason ?? null };
  };

  return {
    loadDraft: () => box.loadDraft(),
    saveDraft: async (draft) => {
      await box.saveDraft(draft);
      if (!disk) throw new Error('kept in memory only');
    },
    dropDraft: (id) => box.dropDraft(id),
    async keep({ id, fields, files, agreed, seen }) {
      const consent = await agree(terms.consent, new Date(agreed));
      const context: InquiryContext = {
        source: 'widget',
        page: location.href,
        guide: null,
        step: null,
        seen,
      };
      await box.put(await makeInquiry({ id, fields, lang, consent, context, files }), files);
    },
    async send(id) {
      await courier.run(true);
      return outcomeOf(id);
    },
    watch(id, tell) {
      return box.subscribe(async () => {
        const outcome = await outcomeOf(id);
        if (outcome.state !== 'kept') tell(outcome);
      });
    },
    stop() {
      courier.stop();
      box.close();
    },
  };
}

/** Sends what is due: now, whenever the next one is due, and when the network comes back. */
function runCourier(box: Outbox, { desk }: DeskTerms) {
  let timer = 0;
  let stopped = false;
  const run = async (force = false): Promise<void> => {
    clearTimeout(timer);
    const { next } = await flush(box, desk, { force });
    if (next === null || stopped) return;
    timer = setTimeout(run, Math.max(1_000, next - Date.now())) as unknown as number;
  };
  const online = () => void run(true);
  addEventListener('online', online);
  void run();
  return {
    run,
    stop() {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', online);
    },
  };
}
