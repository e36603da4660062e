import { inquiryHash } from './canonical.ts';
import {
  checkCount,
  isSame,
  newestFirst,
  nextEntry,
  OtherTextError,
  type Outbox,
  RECEIPTS_KEPT,
} from './outbox.ts';
import type { OutboxEntry, StoredDraft, StoredReceipt } from './outbox-entry.ts';

export interface MemoryOutbox extends Outbox {
  readonly entries: Map<string, OutboxEntry>;
}

/**
 * An outbox that lasts as long as the page: for browsers that forbid storage, and the form says so. It keeps the
 * rules of the one on disk.
 * @param keep makes a change durable before it counts, for whoever has another kind of disk
 */
export function memoryOutbox(
  name: string,
  keep: (change: {
    entry?: OutboxEntry;
    gone?: string;
    receipt?: StoredReceipt;
  }) => Promise<void> = async () => {},
): MemoryOutbox {
  const drafts = new Map<string, StoredDraft>();
  const entries = new Map<string, OutboxEntry>();
  let receipts: StoredReceipt[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const received = (id: string) => receipts.find((receipt) => receipt.id === id);
  return {
    name,
    entries,
    async saveDraft(draft) {
      const entry = entries.get(draft.id);
      if ((entry && entry.state !== 'refused') || received(draft.id)) throw new OtherTextError(draft.id);
      drafts.set(draft.id, draft);
    },
    async loadDraft(id) {
      if (id !== undefined) return drafts.get(id) ?? null;
      return [...drafts.values()].reduce<StoredDraft | null>(
        (a, b) => (a && a.saved > b.saved ? a : b),
        null,
      );
    },
    dropDraft: async (id) => void drafts.delete(id),
    async put(inquiry, files, now = Date.now(), trap = '') {
      checkCount(inquiry, files);
      const hash = await inquiryHash(inquiry);
      const { id } = inquiry;
      const entry = nextEntry(entries.get(id), received(id), { inquiry, files, now, trap, hash });
      await keep({ entry });
      entries.set(id, entry);
      drafts.delete(id);
      changed();
      return entry;
    },
    list: async () => [...entries.values()].sort((a, b) => a.created - b.created),
    get: async (id) => entries.get(id) ?? null,
    async update(entry) {
      const stored = entries.get(entry.inquiry.id);
      if (stored && isSame(stored, entry.inquiry)) {
        entries.set(entry.inquiry.id, { ...entry, files: stored.files });
        changed();
      }
    },
    async settle(inquiry, receipt, signed) {
      const { id, summary } = inquiry;
      const arrived = { id, summary, receipt, signed };
      const stored = entries.get(id);
      const leaves = stored !== undefined && isSame(stored, inquiry);
      await keep({ receipt: arrived, ...(leaves ? { gone: id } : {}) });
      if (leaves) entries.delete(id);
      receipts = newestFirst([arrived, ...receipts.filter((one) => one.id !== id)]).slice(0, RECEIPTS_KEPT);
      changed();
    },
    receipts: async () => [...receipts],
    async remove(id) {
      entries.delete(id);
      changed();
    },
    async forget() {
      drafts.clear();
      receipts = [];
      for (const [id, entry] of entries) if (entry.state === 'refused') entries.delete(id);
      changed();
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    close: () => listeners.clear(),
  };
}
