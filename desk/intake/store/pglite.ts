import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Sql } from './database.ts';
import { holdFolder } from './hold-folder.ts';

/**
 * A PostgreSQL inside this process, in a folder below `dataDir` that only one process may use at a time.
 * @throws FolderInUseError
 */
export async function openPglite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const release = await holdFolder(dataDir);
  try {
    const db = await PGlite.create(path.join(dataDir, 'inquiries'));
    return {
      kind: 'pglite',
      ...sql(db),
      transaction: (work) => db.transaction((tx) => work(sql(tx))),
      async close() {
        await db.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

function sql(db: PGlite | Transaction): Sql {
  return {
    async query<Row>(text: string, values: unknown[] = []) {
      return (await db.query<Row>(text, values)).rows;
    },
    async run(text) {
      await db.exec(text);
    },
  };
}
