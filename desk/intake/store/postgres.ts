import pg from 'pg';
import type { Database, Sql } from './database.ts';
import { databaseAddress, databaseTrouble } from './database-trouble.ts';

/** A PostgreSQL server. Several desks may share it. @throws DatabaseTrouble when it cannot be used */
export async function openPostgres(url: string): Promise<Database> {
  databaseAddress(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw databaseTrouble(error, url);
  }
  return {
    kind: 'postgres',
    ...sql(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      // A connection that breaks between two statements says so by an event, which nobody else hears while the
      // client is out of the pool: without a listener a restart of the server would end the desk.
      const onError = (error: Error) => {
        broken = error;
      };
      client.on('error', onError);
      try {
        await client.query('begin');
        const result = await work(sql(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((lost: Error) => {
          broken = lost;
        });
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function sql(db: pg.Pool | pg.PoolClient): Sql {
  return {
    async query<Row>(text: string, values: unknown[] = []) {
      return (await db.query(text, values)).rows as Row[];
    },
    async run(text) {
      await db.query(text);
    },
  };
}
