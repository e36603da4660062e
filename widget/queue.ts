import type { Inquiry } from '../shared/inquiry/inquiry.ts';
import { OtherTextError, type Outbox } from '../shared/inquiry/outbox.ts';
import type { OutboxEntry } from '../shared/inquiry/outbox-entry.ts';
import type { WaitingPort } from '../shared/ui/inquiry/waiting/port.ts';

/** What is on its way, on disk and, where there is none or it is full, in the page. */
export interface Queue extends WaitingPort {
  /** Keeps an inquiry, which from now on the form speaks of. */
  keep(inquiry: Inquiry, files: Blob[], trap: string): Promise<void>;
  /** The form speaks of none. */
  leave(): void;
}

/** @param disk `null` where storage is forbidden */
export function queue(
  disk: Outbox | null,
  memory: Outbox,
  courier: { run(force?: boolean): Promise<void> },
): Queue {
  const boxes = disk ? [disk, memory] : [memory];
  const listeners = new Set<() => void>();
  let own: string | null = null;

  const put = async (inquiry: Inquiry, files: Blob[], trap?: string) => {
    const into = (box: Outbox) => box.put(inquiry, files, Date.now(), trap);
    if (!disk) return void (await into(memory));
    try {
      await into(disk);
      // Held by the page since an earlier press, when the disk was full.
      await memory.remove(inquiry.id);
    } catch (error) {
      // Sending must not fail for want of disk; the text stays in the draft, too.
      if (error instanceof OtherTextError) throw error;
      await into(memory);
    }
  };

  return {
    async keep(inquiry, files, trap) {
      own = inquiry.id;
      await put(inquiry, files, trap);
    },
    leave() {
      own = null;
      for (const listener of [...listeners]) listener();
    },
    async list() {
      const found = new Map<string, OutboxEntry>();
      for (const box of boxes) for (const entry of await box.list()) found.set(entry.inquiry.id, entry);
      found.delete(own ?? '');
      // One that is being mended is in the form, from its draft.
      for (const { inquiry, state } of [...found.values()])
        if (state === 'refused' && (await disk?.loadDraft(inquiry.id))) found.delete(inquiry.id);
      return [...found.values()].sort((a, b) => a.created - b.created);
    },
    receipts: async () => (await Promise.all(boxes.map((box) => box.receipts()))).flat(),
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      const stops = boxes.map((box) => box.subscribe(own));
      return () => {
        listeners.delete(own);
        for (const stop of stops) stop();
      };
    },
    sendAll: () => courier.run(true),
    async takeBack(id) {
      let taken: OutboxEntry | null = null;
      for (const box of boxes) {
        const entry = await box.get(id);
        if (entry?.state === 'sending') return null;
        taken = entry ?? taken;
      }
      for (const box of boxes) await box.remove(id);
      return taken;
    },
    async putBack(entry) {
      await put(entry.inquiry, entry.files, entry.trap);
      // With what is known of it: how often it was tried, why it was refused.
      for (const box of boxes) await box.update(entry);
      await courier.run();
    },
  };
}
