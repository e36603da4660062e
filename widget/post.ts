import type { FunctionComponent } from 'preact';
import { agree } from '../shared/inquiry/consent.ts';
import type { InquiryContext } from '../shared/inquiry/inquiry.ts';
import { makeInquiry } from '../shared/inquiry/make.ts';
import { memoryOutbox } from '../shared/inquiry/memory-outbox.ts';
import type { Outbox } from '../shared/inquiry/outbox.ts';
import { openOutbox } from '../shared/inquiry/outbox-database.ts';
import type { SendProgress } from '../shared/inquiry/sender.ts';
import { deskAddress, SOLVED_PATH } from '../shared/inquiry/wire.ts';
import type { InquiryPort, SendOutcome } from '../shared/ui/inquiry/port.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import { runCourier } from './courier.ts';
import type { Spoken } from './draw.ts';
import { queue } from './queue.ts';
import type { DeskTerms } from './terms.ts';

export interface Post extends InquiryPort {
  /** Tells how far the files of an inquiry have come while it is being sent. Returns the stop. */
  progress(id: string, tell: (progress: SendProgress) => void): () => void;
  leave(): void;
  stop(): void;
}

/** Where the list of what waits is shown, once there is something in it. */
interface Place {
  root: ShadowRoot;
  lang: Lang;
  more: Spoken['more'];
  show(list: FunctionComponent): void;
}

/** How long the form waits for that list, which stands above it and would push it down later, in milliseconds. */
const PATIENCE_MS = 800;

/**
 * Drafts and sending for the form, on the outbox of this browser. Goes on sending what was kept earlier. Where there
 * is no disk, or it is full, an inquiry is held by the page alone, which then asks before it is left.
 */
export async function openPost(terms: DeskTerms, place: Place, name = 'giljabi'): Promise<Post> {
  const { root, lang, more } = place;
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

  const line = queue(disk, memory, courier);
  let listed = false;
  let stopped = false;
  const attend = async () => {
    if (listed || (await line.list()).length === 0) return;
    listed = true;
    try {
      const { waitingList } = await import('./waiting.tsx');
      const list = await waitingList(line, root, lang, more);
      if (!stopped) place.show(list);
    } catch {
      // No network for the list, either: the next change asks again, and what waits is sent all the same.
      listed = false;
    }
  };
  const unlisten = line.subscribe(() => void attend().catch(() => {}));
  await Promise.race([attend().catch(() => {}), new Promise((done) => setTimeout(done, PATIENCE_MS))]);

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
      await line.keep(inquiry, files, trap);
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
    leave: line.leave,
    stop() {
      stopped = true;
      unlisten();
      courier.stop();
      removeEventListener('beforeunload', staying);
      for (const box of boxes) box.close();
    },
  };
}
