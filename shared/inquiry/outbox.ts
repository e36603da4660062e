import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { canonicalJson } from './canonical.ts';
import type { Inquiry, Receipt, SignedReceipt } from './inquiry.ts';
import type { OutboxEntry, StoredDraft, StoredReceipt } from './outbox-entry.ts';

interface Tables extends DBSchema {
  drafts: { key: string; value: StoredDraft };
  outbox: { key: string; value: OutboxEntry };
  receipts: { key: string; value: StoredReceipt };
}

// An inquiry counts as kept only when the disk has it: browsers may otherwise report it before.
const DURABLE = { durability: 'strict' } as const;
const RECEIPTS_KEPT = 50;

/** Drafts, inquiries on their way and receipts of one browser profile. Every tab of an origin shares it. */
export interface Outbox {
  readonly name: string;
  saveDraft(draft: StoredDraft): Promise<void>;
  /** The draft of that id; without one, the draft saved last. */
  loadDraft(id?: string): Promise<StoredDraft | null>;
  dropDraft(id: string): Promise<void>;
  /**
   * Keeps an inquiry until its receipt comes and drops the draft of its id, both or neither. An entry of the
   * same id is replaced, which is how a refused one is mended. Resolves when it is on disk.
   * @throws DOMException QuotaExceededError when the disk is full; the draft is then still there
   */
  put(inquiry: Inquiry, files: Blob[], now?: number): Promise<OutboxEntry>;
  /** All entries, oldest first. */
  list(): Promise<OutboxEntry[]>;
  get(id: string): Promise<OutboxEntry | null>;
  /** Records how an attempt ended. Nothing happens when the entry was removed or replaced meanwhile. */
  update(entry: OutboxEntry): Promise<void>;
  /** The only way out for an inquiry that arrived: the receipt comes in and the entry leaves, both or neither. */
  settle(inquiry: Inquiry, receipt: Receipt, signed: SignedReceipt): Promise<void>;
  /** The last receipts, newest first. */
  receipts(): Promise<StoredReceipt[]>;
  /** The person gives an entry up. */
  remove(id: string): Promise<void>;
  /** Forgets drafts, receipts and refused entries; what still waits to be sent stays. */
  forget(): Promise<void>;
  /** Calls `listener` after every change of entries or receipts, in whichever tab. Returns the stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Opens (and at first makes) the IndexedDB database `name`. */
export async function openOutbox(name: string): Promise<Outbox> {
  const db: IDBPDatabase<Tables> = await openDB<Tables>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('drafts', { keyPath: 'id' });
      fresh.createObjectStore('outbox', { keyPath: 'inquiry.id' });
      fresh.createObjectStore('receipts', { keyPath: 'id' });
    },
    // A newer version in another tab must not wait for this one.
    blocking: () => db.close(),
  });
  const { changed, subscribe, stop } = changes(name);

  return {
    name,
    subscribe,

    async saveDraft(draft) {
      await db.put('drafts', draft);
    },
    async loadDraft(id) {
      if (id !== undefined) return (await db.get('drafts', id)) ?? null;
      const drafts = await db.getAll('drafts');
      return drafts.reduce<StoredDraft | null>((last, d) => (last && last.saved > d.saved ? last : d), null);
    },
    dropDraft: (id) => db.delete('drafts', id),

    async put(inquiry, files, now = Date.now()) {
      if (files.length !== inquiry.files.length)
        throw new RangeError(`${inquiry.files.length} files are named, ${files.length} are given`);
      const entry: OutboxEntry = {
        inquiry,
        files,
        state: 'waiting',
        created: now,
        attempts: 0,
        nextAttempt: now,
        reason: null,
        error: null,
      };
      const tx = db.transaction(['outbox', 'drafts'], 'readwrite', DURABLE);
      await Promise.all([
        tx.objectStore('outbox').put(entry),
        tx.objectStore('drafts').delete(inquiry.id),
        tx.done,
      ]);
      changed();
      return entry;
    },

    async list() {
      return (await db.getAll('outbox')).sort((a, b) => a.created - b.created);
    },
    async get(id) {
      return (await db.get('outbox', id)) ?? null;
    },

    async update(entry) {
      const tx = db.transaction('outbox', 'readwrite');
      const stored = await tx.store.get(entry.inquiry.id);
      // The files stay as they are stored: writing them again would copy their bytes.
      if (isSame(stored, entry.inquiry)) await tx.store.put({ ...entry, files: stored.files });
      await tx.done;
      changed();
    },

    async settle(inquiry, receipt, signed) {
      const tx = db.transaction(['outbox', 'receipts'], 'readwrite', DURABLE);
      const entries = tx.objectStore('outbox');
      const receipts = tx.objectStore('receipts');
      if (isSame(await entries.get(inquiry.id), inquiry)) await entries.delete(inquiry.id);
      await receipts.put({ id: inquiry.id, summary: inquiry.summary, receipt, signed });
      const old = newestFirst(await receipts.getAll()).slice(RECEIPTS_KEPT);
      await Promise.all([...old.map(({ id }) => receipts.delete(id)), tx.done]);
      changed();
    },

    async receipts() {
      return newestFirst(await db.getAll('receipts'));
    },
    async remove(id) {
      await db.delete('outbox', id);
      changed();
    },
    async forget() {
      const tx = db.transaction(['drafts', 'outbox', 'receipts'], 'readwrite', DURABLE);
      const entries = tx.objectStore('outbox');
      const refused = (await entries.getAll()).filter((entry) => entry.state === 'refused');
      await Promise.all([
        tx.objectStore('drafts').clear(),
        tx.objectStore('receipts').clear(),
        ...refused.map((entry) => entries.delete(entry.inquiry.id)),
        tx.done,
      ]);
      changed();
    },
    close() {
      stop();
      db.close();
    },
  };
}

function isSame(entry: OutboxEntry | undefined, inquiry: Inquiry): entry is OutboxEntry {
  return entry !== undefined && canonicalJson(entry.inquiry) === canonicalJson(inquiry);
}

function newestFirst(receipts: StoredReceipt[]): StoredReceipt[] {
  return receipts.sort((a, b) => Date.parse(b.receipt.received) - Date.parse(a.receipt.received));
}

/** News of changes between the tabs of an origin, and within this one. */
function changes(name: string) {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  const channel = new BroadcastChannel(`${name}:changed`);
  channel.onmessage = tell;
  return {
    changed() {
      channel.postMessage(null);
      tell();
    },
    subscribe(listener: () => void) {
      const own = () => listener();
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    stop() {
      listeners.clear();
      channel.close();
    },
  };
}
