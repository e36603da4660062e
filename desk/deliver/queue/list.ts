import type { Sql } from '../../intake/index.ts';
import type { Delivery, DeliveryState } from './rows.ts';

export interface DeliveryFilter {
  /** Those in one of these states; without it, what waits, runs or has failed for good. */
  states?: DeliveryState[] | undefined;
  /** Id or number of an inquiry: then in every state. */
  inquiry?: string | undefined;
  limit?: number | undefined;
}

type Row = Omit<Delivery, 'created' | 'due' | 'ended'> & { created: Date; due: Date; ended: Date | null };

/** Newest first, but what has failed for good before the rest. */
export async function listDeliveries(sql: Sql, filter: DeliveryFilter = {}): Promise<Delivery[]> {
  const { inquiry, limit = 200 } = filter;
  const all: DeliveryState[] = ['waiting', 'running', 'done', 'dead', 'dropped'];
  const states = filter.states ?? (inquiry === undefined ? ['waiting', 'running', 'dead'] : all);
  const rows = await sql.query<Row>(
    `select d.id, d.kind, d.state, d.target, d.inquiry, i.number, d.reply, d.attempts, d.created, d.due, d.ended,
       d.error_code as code, d.error, d.remote
     from deliveries d left join inquiries i on i.id = d.inquiry
     where d.state in (select jsonb_array_elements_text($1::jsonb))
       and ($2::text is null or i.number = $2 or i.id::text = $2)
     order by (d.state = 'dead') desc, d.seq desc limit $3`,
    [JSON.stringify(states), inquiry?.toLowerCase() ?? null, limit],
  );
  return rows.map((row) => ({
    ...row,
    created: row.created.toISOString(),
    due: row.due.toISOString(),
    ended: row.ended?.toISOString() ?? null,
  }));
}

/**
 * Tries again now what waits, has failed for good or was dropped.
 * @param id a delivery's id or the first eight or more characters of it
 * @returns how many there were: 0 or 1
 */
export async function retryDelivery(sql: Sql, id: string): Promise<number> {
  const rows = await sql.query(
    `update deliveries set state = 'waiting', due = now(), tries = 0, ended = null
     where id::text like $1 and length($1) >= 9 and state in ('waiting', 'dead', 'dropped') returning id`,
    [prefix(id)],
  );
  return rows.length;
}

/** Every delivery that has failed for good, or those of one target. Returns how many. */
export async function retryDead(sql: Sql, target?: string): Promise<number> {
  const rows = await sql.query(
    `update deliveries set state = 'waiting', due = now(), tries = 0, ended = null
     where state = 'dead' and ($1::text is null or target = $1) returning id`,
    [target ?? null],
  );
  return rows.length;
}

/** Support decides that it need not arrive; `reason` is kept. Returns how many: 0 when it is under way or done. */
export async function dropDelivery(sql: Sql, id: string, reason: string): Promise<number> {
  const rows = await sql.query(
    `update deliveries set state = 'dropped', ended = now(), error_code = 'dropped', error = $2, payload = null
     where id::text like $1 and length($1) >= 9 and state in ('waiting', 'dead') returning id`,
    [prefix(id), reason],
  );
  return rows.length;
}

// Only hex digits and hyphens: nothing that `like` would read as a pattern.
const prefix = (id: string) => `${id.toLowerCase().replace(/[^0-9a-f-]/g, '')}%`;
