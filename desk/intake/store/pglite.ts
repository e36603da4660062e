import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite, type Transaction, types } from '@electric-sql/pglite';
import type { Database, Sql } from './database.ts';
import { holdFolder } from './hold-folder.ts';
import { DURABLE, DurableFiles, syncFolder } from './pglite-files.ts';

// PGlite's own take a millisecond for ten kilobytes.
const toHex = (bytes: Uint8Array): string =>
  `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
const fromHex = (text: string): Uint8Array => Buffer.from(text.slice(2), 'hex');

/**
 * A PostgreSQL inside this process, in a folder below `dataDir` that only one process may use at a time.
 * @throws FolderInUseError
 */
export async function openPglite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const release = await holdFolder(dataDir);
  try {
    const folder = path.join(dataDir, 'inquiries');
    const made = !existsSync(path.join(folder, 'PG_VERSION'));
    const db = await PGlite.create({
      ...{ fs: new DurableFiles(folder), startParams: DURABLE, serializers: { [types.BYTEA]: toHex } },
      parsers: { [types.BYTEA]: fromHex },
    });
    if (made) await syncFolder(folder);
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
