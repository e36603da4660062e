import type { Outbox } from '../shared/inquiry/index.ts';
import type { OutboxEntry, StoredDraft, StoredReceipt } from '../shared/inquiry/outbox-entry.ts';

/** An outbox that lasts as long as the page: only for browsers that forbid storage, and the form says so. */
export function memoryOutbox(name: string): Outbox {
  const drafts = new Map<string, StoredDraft>();
  const entries = new Map<string, OutboxEntry>();
  let receipts: StoredReceipt[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  return {
    name,
    saveDraft: async (draft) => void drafts.set(draft.id, draft),
    loadDraft: async (id) => (id === undefined ? [...drafts.values()].at(-1) : drafts.get(id)) ?? null,
    dropDraft: async (id) => void drafts.delete(id),
    async put(inquiry, files, now = Date.now()) {
      const entry: OutboxEntry = {
        ...{ inquiry, files, state: 'waiting', created: now, attempts: 0, nextAttempt: now },
        ...{ reason: null, error: null },
      };
      entries.set(inquiry.id, entry);
      drafts.delete(inquiry.id);
      changed();
      return entry;
    },
    list: async () => [...entries.values()],
    get: async (id) => entries.get(id) ?? null,
    async update(entry) {
      if (entries.has(entry.inquiry.id)) entries.set(entry.inquiry.id, entry);
      changed();
    },
    async settle({ id, summary }, receipt, signed) {
      entries.delete(id);
      receipts = [{ id, summary, receipt, signed }, ...receipts];
      changed();
    },
    receipts: async () => receipts,
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
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => listeners.clear(),
  };
}
