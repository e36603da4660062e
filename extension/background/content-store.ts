import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { BundleError, type Manifest, partRef, verifyPart } from '../../shared/bundle/index.ts';

/** One verified bundle. The pointer that says which parts count. */
export interface Current {
  manifest: Manifest;
  source: 'packaged' | 'synced';
  stale: boolean;
}

interface Tables extends DBSchema {
  parts: { key: string; value: Uint8Array };
  pointer: { key: 'current'; value: Current };
}

/** Verified content on disk. Whatever is in here has passed `shared/bundle`. */
export class ContentStore {
  #db: Promise<IDBPDatabase<Tables>> | null = null;

  #open(): Promise<IDBPDatabase<Tables>> {
    this.#db ??= openDB<Tables>('giljabi-content', 1, {
      upgrade(db) {
        db.createObjectStore('parts');
        db.createObjectStore('pointer');
      },
    });
    return this.#db;
  }

  async current(): Promise<Current | null> {
    return (await (await this.#open()).get('pointer', 'current')) ?? null;
  }

  async has(hash: string): Promise<boolean> {
    return (await (await this.#open()).getKey('parts', hash)) !== undefined;
  }

  /**
   * Makes a bundle the current one: new parts in, pointer over, old parts out, in one transaction. Stopped
   * anywhere, either the old bundle is whole or the new one is.
   */
  async activate(current: Current, fresh: ReadonlyMap<string, Uint8Array>): Promise<void> {
    const transaction = (await this.#open()).transaction(['parts', 'pointer'], 'readwrite', {
      durability: 'strict',
    });
    const parts = transaction.objectStore('parts');
    const keep = new Set(current.manifest.parts.map((part) => part.hash));
    const writes: Promise<unknown>[] = [...fresh].map(([hash, bytes]) => parts.put(bytes, hash));
    writes.push(transaction.objectStore('pointer').put(current, 'current'));
    for (const hash of await parts.getAllKeys()) if (!keep.has(hash)) writes.push(parts.delete(hash));
    await Promise.all([...writes, transaction.done]);
  }

  /** @throws BundleError `part-missing` when the current bundle has no such part */
  async part(name: string): Promise<Uint8Array> {
    const current = await this.current();
    if (!current) throw new BundleError('part-missing', name);
    const ref = partRef(current.manifest, name);
    const bytes = await (await this.#open()).get('parts', ref.hash);
    if (!bytes) throw new BundleError('part-missing', name);
    // The disk may rot, and the profile may be edited: trust is in the hash, not in the store.
    await verifyPart(ref, bytes);
    return bytes;
  }
}
