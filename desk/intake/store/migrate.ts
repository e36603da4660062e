import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any number, the same in every desk: two that start together migrate one after the other. */
const LOCK = 4_810_001;

/** Brings the tables up to date: every numbered file once, in order, all of them or none. */
export async function migrate(db: Database): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => /^\d{3}-.+\.sql$/.test(name)).sort();
  await db.transaction(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(${LOCK})`);
    await sql.run(`create table if not exists schema_migrations (
      name text primary key, applied timestamptz not null default now())`);
    const rows = await sql.query<{ name: string }>('select name from schema_migrations');
    const applied = new Set(rows.map(({ name }) => name));
    for (const name of files.filter((file) => !applied.has(file))) {
      await sql.run(await readFile(new URL(name, FOLDER), 'utf8'));
      await sql.query('insert into schema_migrations (name) values ($1)', [name]);
    }
  });
}
