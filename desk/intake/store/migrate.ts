import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any number, the same in every desk: two that start together migrate one after the other. */
const LOCK = 4_810_001;

/**
 * Brings the tables up to date: every numbered file once, in order of its name, all of them or none.
 * @param folders further folders of `NNN-what.sql`, one a room: intake has 001-099, deliveries 100-, support 200-
 * @throws Error when two folders hold a file of the same name
 */
export async function migrate(db: Database, folders: URL[] = []): Promise<void> {
  const files = new Map<string, URL>();
  for (const folder of [FOLDER, ...folders])
    for (const name of await readdir(folder)) {
      if (!/^\d{3}-.+\.sql$/.test(name)) continue;
      if (files.has(name)) throw new Error(`two migrations are called ${name}`);
      files.set(name, new URL(name, `${folder.href.replace(/\/*$/, '')}/`));
    }
  await db.transaction(async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(${LOCK})`);
    await sql.run(`create table if not exists schema_migrations (
      name text primary key, applied timestamptz not null default now())`);
    const rows = await sql.query<{ name: string }>('select name from schema_migrations');
    const applied = new Set(rows.map(({ name }) => name));
    for (const name of [...files.keys()].sort().filter((file) => !applied.has(file))) {
      await sql.run(await readFile(files.get(name)!, 'utf8'));
      await sql.query('insert into schema_migrations (name) values ($1)', [name]);
    }
  });
}
