import type { StoredDraft } from '../shared/inquiry/outbox-entry.ts';

export const POCKET = 'giljabi:pocket';
const TABLE = 'drafts';

/**
 * Where a draft is put when the code of the real store cannot be fetched: a network that went away after the form was
 * there, a desk that has been updated meanwhile. It is part of the form itself and needs nothing further, so that
 * what was written, files too, is on disk either way. `late-post.ts` takes it out again.
 * @throws DOMException where the browser forbids storage
 */
export function pocket<T>(
  mode: IDBTransactionMode,
  run: (drafts: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(POCKET, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE, { keyPath: 'id' });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const tx = db.transaction(TABLE, mode);
      const asked = run(tx.objectStore(TABLE));
      tx.oncomplete = () => {
        db.close();
        resolve(asked.result);
      };
      tx.onabort = () => {
        db.close();
        reject(tx.error);
      };
    };
  });
}

/** The draft that was put here last. */
export async function pocketed(): Promise<StoredDraft | null> {
  const drafts: StoredDraft[] = await pocket('readonly', (table) => table.getAll());
  return drafts.sort((a, b) => b.saved - a.saved)[0] ?? null;
}
