import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Manifest, type PartRef, verifyPart } from '../../shared/bundle/index.ts';

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

  async hashes(): Promise<Set<string>> {
    return new Set(await (await this.#open()).getAllKeys('parts'));
  }

  /** Null when it is not here, or is here and not whole: the disk may rot, and the profile may be edited (clause 5.3). */
  async get(ref: PartRef): Promise<Uint8Array | null> {
    const bytes = await (await this.#open()).get('parts', ref.hash);
    if (!bytes) return null;
    return verifyPart(ref, bytes).then(
      () => bytes,
      () => null,
    );
  }

  /** Stages a verified part: nobody sees it before a pointer leads to it. */
  async put(hash: string, bytes: Uint8Array): Promise<void> {
    await (await this.#open()).put('parts', bytes, hash);
  }

  /**
   * Moves the pointer, and takes away every part that is not among `keep`, in one transaction (clause 7.1). Stopped
   * anywhere, either the old bundle is whole or the new one is.
   */
  async activate(current: Current, keep: ReadonlySet<string>): Promise<void> {
    const transaction = (await this.#open()).transaction(['parts', 'pointer'], 'readwrite', {
      durability: 'strict',
    });
    const parts = transaction.objectStore('parts');
    const writes: Promise<unknown>[] = [transaction.objectStore('pointer').put(current, 'current')];
    for (const hash of await parts.getAllKeys()) if (!keep.has(hash)) writes.push(parts.delete(hash));
    await Promise.all([...writes, transaction.done]);
  }
}
