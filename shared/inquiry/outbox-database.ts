import { inquiryHash } from './canonical.ts';
import { changes } from './changes.ts';
import {
  checkCount,
  isSame,
  newestFirst,
  nextEntry,
  OtherTextError,
  type Outbox,
  RECEIPTS_KEPT,
} from './outbox.ts';
import { connect } from './outbox-connection.ts';
import type { StoredDraft } from './outbox-entry.ts';

// An inquiry counts as kept only when the disk has it: browsers may otherwise report it before.
const DURABLE = { durability: 'strict' } as const;

/** The outbox in the IndexedDB database `name`. @throws DOMException where the browser forbids storage */
export async function openOutbox(name: string): Promise<Outbox> {
  const { open, use, close } = connect(name);
  await open();
  const { changed, subscribe, stop } = changes(name);

  return {
    name,
    subscribe,

    saveDraft: (draft) =>
      use(async (db) => {
        const tx = db.transaction(['drafts', 'outbox', 'receipts'], 'readwrite');
        const entry = await tx.objectStore('outbox').get(draft.id);
        const sent = (entry && entry.state !== 'refused') || (await tx.objectStore('receipts').get(draft.id));
        if (!sent) await tx.objectStore('drafts').put(draft);
        await tx.done;
        if (sent) throw new OtherTextError(draft.id);
      }),
    loadDraft: (id) =>
      use(async (db) => {
        if (id !== undefined) return (await db.get('drafts', id)) ?? null;
        const drafts = await db.getAll('drafts');
        return drafts.reduce<StoredDraft | null>(
          (last, d) => (last && last.saved > d.saved ? last : d),
          null,
        );
      }),
    dropDraft: (id) => use((db) => db.delete('drafts', id)),

    async put(inquiry, files, now = Date.now(), trap = '') {
      checkCount(inquiry, files);
      const hash = await inquiryHash(inquiry);
      const kept = await use(async (db) => {
        const tx = db.transaction(['outbox', 'drafts', 'receipts'], 'readwrite', DURABLE);
        const entries = tx.objectStore('outbox');
        const stored = await entries.get(inquiry.id);
        const arrived = await tx.objectStore('receipts').get(inquiry.id);
        try {
          const entry = nextEntry(stored, arrived, { inquiry, files, now, trap, hash });
          await Promise.all([entries.put(entry), tx.objectStore('drafts').delete(inquiry.id), tx.done]);
          return entry;
        } catch (error) {
          await tx.done.catch(() => {});
          throw error;
        }
      });
      changed();
      return kept;
    },

    list: () => use(async (db) => (await db.getAll('outbox')).sort((a, b) => a.created - b.created)),
    get: (id) => use(async (db) => (await db.get('outbox', id)) ?? null),

    async update(entry) {
      await use(async (db) => {
        const tx = db.transaction('outbox', 'readwrite');
        const stored = await tx.store.get(entry.inquiry.id);
        // The files stay as they are stored: writing them again would copy their bytes.
        if (stored && isSame(stored, entry.inquiry)) await tx.store.put({ ...entry, files: stored.files });
        await tx.done;
      });
      changed();
    },

    async settle(inquiry, receipt, signed) {
      await use(async (db) => {
        const tx = db.transaction(['outbox', 'receipts'], 'readwrite', DURABLE);
        const entries = tx.objectStore('outbox');
        const receipts = tx.objectStore('receipts');
        const stored = await entries.get(inquiry.id);
        if (stored && isSame(stored, inquiry)) await entries.delete(inquiry.id);
        await receipts.put({ id: inquiry.id, summary: inquiry.summary, receipt, signed });
        const old = newestFirst(await receipts.getAll()).slice(RECEIPTS_KEPT);
        await Promise.all([...old.map(({ id }) => receipts.delete(id)), tx.done]);
      });
      changed();
    },

    receipts: () => use(async (db) => newestFirst(await db.getAll('receipts'))),
    async remove(id) {
      await use((db) => db.delete('outbox', id));
      changed();
    },
    async forget() {
      await use(async (db) => {
        const tx = db.transaction(['drafts', 'outbox', 'receipts'], 'readwrite', DURABLE);
        const entries = tx.objectStore('outbox');
        const refused = (await entries.getAll()).filter((entry) => entry.state === 'refused');
        await Promise.all([
          tx.objectStore('drafts').clear(),
          tx.objectStore('receipts').clear(),
          ...refused.map((entry) => entries.delete(entry.inquiry.id)),
          tx.done,
        ]);
      });
      changed();
    },
    close() {
      stop();
      close();
    },
  };
}
