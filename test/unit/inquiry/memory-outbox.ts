import {
  canonicalJson,
  type Inquiry,
  type OutboxEntry,
  type StoredReceipt,
} from '../../../shared/inquiry/index.ts';

/** The part of an outbox that sending needs, in memory: the real one runs in a browser only (test/browser). */
export function memoryOutbox(name = 'test') {
  const entries = new Map<string, OutboxEntry>();
  const receipts: StoredReceipt[] = [];
  const same = (inquiry: Inquiry) => {
    const stored = entries.get(inquiry.id);
    return stored !== undefined && canonicalJson(stored.inquiry) === canonicalJson(inquiry);
  };
  return {
    name,
    entries,
    receipts,
    put(inquiry: Inquiry, files: Blob[], now: number) {
      entries.set(inquiry.id, {
        ...{ inquiry, files, state: 'waiting', created: now, attempts: 0, nextAttempt: now },
        ...{ reason: null, error: null },
      });
    },
    list: async () => [...entries.values()].sort((a, b) => a.created - b.created),
    get: async (id: string) => entries.get(id) ?? null,
    async update(entry: OutboxEntry) {
      if (same(entry.inquiry)) entries.set(entry.inquiry.id, entry);
    },
    async settle(inquiry: Inquiry, receipt: StoredReceipt['receipt'], signed: StoredReceipt['signed']) {
      if (same(inquiry)) entries.delete(inquiry.id);
      receipts.push({ id: inquiry.id, summary: inquiry.summary, receipt, signed });
    },
  };
}
