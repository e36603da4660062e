import { setImmediate as turn } from 'node:timers/promises';
import type { Added, NewInquiry } from './add.ts';
import type { Database } from './database.ts';
import { insertAll } from './insert-all.ts';

/** Most inquiries of one transaction. */
const MOST = 32;
/** Transactions at once: while a server commits one, the next is made. PGlite has one connection. */
const AT_ONCE = { pglite: 1, postgres: 2 } as const;

interface Waiting {
  added: NewInquiry;
  resolve(result: Added): void;
  reject(error: unknown): void;
}

/**
 * Stores what arrives while the database is busy in one transaction: a commit costs more than the rows. Where one of
 * them fails, each is stored by itself, so nobody's trouble becomes another's. Resolves after the commit.
 */
export function openAddQueue(db: Database): (added: NewInquiry) => Promise<Added> {
  const queue: Waiting[] = [];
  let running = 0;

  async function alone({ added, resolve, reject }: Waiting): Promise<void> {
    await insertAll(db, [added]).then(([result]) => resolve(result!), reject);
  }

  /** Lets requests that have reached this machine already come as far as here: they can share the commit. */
  async function gather(): Promise<Waiting[]> {
    for (let before = 0; queue.length > before && queue.length < MOST; ) {
      before = queue.length;
      await turn();
    }
    return queue.splice(0, MOST);
  }

  async function store(batch: Waiting[]): Promise<void> {
    if (batch.length === 1) return alone(batch[0]!);
    try {
      const results = await insertAll(
        db,
        batch.map(({ added }) => added),
      );
      for (const [index, { resolve }] of batch.entries()) resolve(results[index]!);
    } catch {
      // Where only the answer to the commit was lost, they are there already and get their receipts.
      await Promise.all(batch.map(alone));
    }
  }

  async function run(): Promise<void> {
    running += 1;
    for (let batch = await gather(); batch.length > 0; batch = await gather()) await store(batch);
    running -= 1;
  }

  return (added) =>
    new Promise((resolve, reject) => {
      queue.push({ added, resolve, reject });
      if (running < AT_ONCE[db.kind]) void run();
    });
}
