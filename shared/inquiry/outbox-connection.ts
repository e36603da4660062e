import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxEntry, StoredDraft, StoredReceipt } from './outbox-entry.ts';

export interface Tables extends DBSchema {
  drafts: { key: string; value: StoredDraft };
  outbox: { key: string; value: OutboxEntry };
  receipts: { key: string; value: StoredReceipt };
}
type Connection = IDBPDatabase<Tables>;

/** A browser that does not answer within this time forbids storage in its own way. */
const OPEN_MS = 6_000;

/**
 * The IndexedDB database `name`, opened again when the browser has closed it: for want of memory, because a newer
 * version was waiting, or because its site data were cleared.
 */
export function connect(name: string) {
  let current: Promise<Connection> | null = null;
  let closed = false;

  function open(): Promise<Connection> {
    if (closed) return Promise.reject(new DOMException('the outbox is closed', 'InvalidStateError'));
    if (current) return current;
    const opening = openSoon(name, () => {
      if (current === opening) current = null;
    });
    current = opening;
    // A failure is not kept: the next call tries again.
    opening.catch(() => {
      if (current === opening) current = null;
    });
    return opening;
  }

  return {
    open,
    /** Does `work`, once more on a new connection when this one turned out to be closing. */
    async use<T>(work: (db: Connection) => Promise<T>): Promise<T> {
      const db = await open();
      try {
        return await work(db);
      } catch (error) {
        if (closed || !(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
        current = null;
        db.close();
        return work(await open());
      }
    },
    close() {
      closed = true;
      current?.then(
        (db) => db.close(),
        () => {},
      );
    },
  };
}

function openSoon(name: string, lost: () => void): Promise<Connection> {
  return new Promise((resolve, reject) => {
    let given = false;
    const late = setTimeout(() => {
      given = true;
      reject(new DOMException(`${name} does not open`, 'TimeoutError'));
    }, OPEN_MS);
    openDB<Tables>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('drafts', { keyPath: 'id' });
        fresh.createObjectStore('outbox', { keyPath: 'inquiry.id' });
        fresh.createObjectStore('receipts', { keyPath: 'id' });
      },
      // A newer version in another tab must not wait for this one.
      blocking: (_, __, event) => {
        (event.target as IDBDatabase).close();
        lost();
      },
      terminated: lost,
    })
      .then((db) => (given ? db.close() : resolve(db)), reject)
      .finally(() => clearTimeout(late));
  });
}
