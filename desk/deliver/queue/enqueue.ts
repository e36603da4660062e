import type { OnAdded, Sql } from '../../intake/index.ts';
import type { Outgoing } from '../outgoing.ts';

/**
 * Puts something on its way. Call it with the `sql` of the transaction that stores what it is about: then both
 * are stored or neither, and whatever happens to the desk afterwards, it will be delivered. Who gets it is
 * looked up in desk.yaml when a desk next works. Enqueuing the same thing again changes nothing.
 */
export async function enqueue(sql: Sql, outgoing: Outgoing): Promise<void> {
  if (outgoing.kind === 'link') {
    const { to, lang, url, minutes } = outgoing;
    await sql.query(`insert into deliveries (kind, target, payload) values ('link', '', $1)`, [
      JSON.stringify({ to, lang, url, minutes }),
    ]);
    return;
  }
  await sql.query(
    `insert into deliveries (inquiry, kind, reply) values ($1, $2, $3) on conflict do nothing`,
    [outgoing.inquiry, outgoing.kind, outgoing.kind === 'reply' ? outgoing.reply : null],
  );
}

/**
 * For the intake: what new inquiries set off. One whose hidden field was filled in is probably a program's:
 * it goes to the help desks, which judge for themselves, but no letter goes to an address that may be a stranger's.
 */
export const enqueueNew: OnAdded = async (sql, added) => {
  const rows = added.flatMap(({ id, suspect }) => [
    { inquiry: id, kind: 'inquiry' },
    ...(suspect ? [] : [{ inquiry: id, kind: 'confirmation' }]),
  ]);
  await sql.query(
    `insert into deliveries (inquiry, kind)
     select inquiry, kind from json_to_recordset($1::json) as given (inquiry uuid, kind text)
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );
};
