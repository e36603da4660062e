import type { Sql } from './database.ts';

/** A secret that all desks on this database share; made by `fresh` when it is asked for first. */
export async function sharedSecret(sql: Sql, name: string, fresh: () => string): Promise<string> {
  await sql.query('insert into desk_secrets (name, secret) values ($1, $2) on conflict (name) do nothing', [
    name,
    fresh(),
  ]);
  const rows = await sql.query<{ secret: string }>('select secret from desk_secrets where name = $1', [name]);
  return rows[0]!.secret;
}
