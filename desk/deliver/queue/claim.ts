import type { Database, Sql } from '../../intake/index.ts';
import type { Claimed, Remote } from './rows.ts';

/** A killed desk's deliveries are free again after this; a living one renews three times as often. */
export const LEASE_SECONDS = 30;

// The rows of one inquiry leave for one target one after the other: a reply needs the ticket that the inquiry
// made. `skip locked`, so that desks on one database never wait for each other.
const CLAIM = `
  update deliveries set state = 'running', attempts = attempts + 1, tries = tries + 1,
    claim = gen_random_uuid(), lease = now() + interval '${LEASE_SECONDS} seconds'
  where id = (
    select d.id from deliveries d
    where ((d.state = 'waiting' and d.due <= now()) or (d.state = 'running' and d.lease < now()))
      and d.target not in (select jsonb_array_elements_text($1::jsonb))
      and not exists (
        select 1 from deliveries e
        where e.inquiry = d.inquiry and e.target = d.target and e.seq < d.seq
          and (e.state in ('waiting', 'running') or (e.kind = 'inquiry' and e.state = 'dead')))
    order by d.due, d.seq limit 1
    for update of d skip locked)
  returning id, seq, claim, kind, inquiry, reply, target, attempts, tries, created, payload`;

/** The next delivery that is due, or `null`. @param paused targets that asked for patience */
export async function claimNext(sql: Sql, paused: string[]): Promise<Claimed | null> {
  const rows = await sql.query<Claimed>(CLAIM, [JSON.stringify(paused)]);
  return rows[0] ?? null;
}

/** Keeps it for this desk; `false` when it is no longer this desk's. */
export async function renew(sql: Sql, { id, claim }: Claimed): Promise<boolean> {
  const rows = await sql.query(
    `update deliveries set lease = now() + interval '${LEASE_SECONDS} seconds'
     where id = $1 and claim = $2 and state = 'running' returning id`,
    [id, claim],
  );
  return rows.length === 1;
}

// A link's secret goes when it has been sent: nobody needs it any more.
export async function markDone(sql: Sql, { id, claim }: Claimed, remote: Remote | null): Promise<void> {
  await sql.query(
    `update deliveries set state = 'done', ended = now(), error = null, error_code = null, payload = null,
       remote = $3 where id = $1 and claim = $2 and state = 'running'`,
    [id, claim, remote && JSON.stringify(remote)],
  );
}

/** Shall be tried again after `wait` milliseconds. */
export async function markFailed(
  sql: Sql,
  { id, claim }: Claimed,
  { code, message }: { code: string; message: string },
  wait: number,
): Promise<void> {
  await sql.query(
    `update deliveries set state = 'waiting', due = now() + $3 * interval '1 millisecond', error_code = $4,
       error = $5 where id = $1 and claim = $2 and state = 'running'`,
    [id, claim, wait, code, message],
  );
}

/** Goes to the list of what support has to decide. */
export async function markDead(
  sql: Sql,
  { id, claim }: Claimed,
  { code, message }: { code: string; message: string },
): Promise<void> {
  await sql.query(
    `update deliveries set state = 'dead', ended = now(), error_code = $3, error = $4
     where id = $1 and claim = $2 and state = 'running'`,
    [id, claim, code, message],
  );
}

/** Back as if it had not been claimed: the desk is closing. */
export async function giveBack(sql: Sql, { id, claim }: Claimed): Promise<void> {
  await sql.query(
    `update deliveries set state = 'waiting', tries = tries - 1
     where id = $1 and claim = $2 and state = 'running'`,
    [id, claim],
  );
}

/** A PGlite folder has one desk at a time: what is running when one starts was left by one that was killed. */
export async function freeLeftovers(db: Database): Promise<void> {
  if (db.kind === 'pglite') await db.query(`update deliveries set lease = now() where state = 'running'`);
}

/** Letters without an inquiry are nobody's after a week. */
export async function forgetLinks(sql: Sql): Promise<void> {
  await sql.query(
    `delete from deliveries where inquiry is null and state <> 'running'
       and (state = 'done' or created < now() - interval '7 days')`,
  );
}
