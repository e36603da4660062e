import { type Added, insertAll, type NewInquiry } from './add.ts';
import type { Database } from './database.ts';

/** Most inquiries of one transaction. */
const MOST = 32;

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
  let running = false;

  async function alone({ added, resolve, reject }: Waiting): Promise<void> {
    await insertAll(db, [added]).then(([result]) => resolve(result!), reject);
  }

  async function run(): Promise<void> {
    running = true;
    for (let batch = queue.splice(0, MOST); batch.length > 0; batch = queue.splice(0, MOST)) {
      if (batch.length === 1) {
        await alone(batch[0]!);
        continue;
      }
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
    running = false;
  }

  return (added) =>
    new Promise((resolve, reject) => {
      queue.push({ added, resolve, reject });
      if (!running) void run();
    });
}
