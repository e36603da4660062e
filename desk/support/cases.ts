import { enqueue, type Reply } from '../deliver/index.ts';
import type { Database, Sql } from '../intake/index.ts';
import type { State } from './states.ts';

/** What is kept beside an inquiry while support works on it. */
export interface Case {
  id: string;
  number: string;
  state: State;
  /** Who looks after it; empty when nobody does. */
  assignee: string;
  /** Oldest first. */
  replies: Reply[];
}

export interface CaseSummary {
  id: string;
  number: string;
  /** RFC 3339, UTC */
  received: string;
  state: State;
  assignee: string;
  company: string;
  email: string;
  summary: string;
  files: number;
  replies: number;
  /** Deliveries of it that have failed for good. */
  failed: number;
  /** The field that people do not see was filled in. */
  suspect: boolean;
}

export interface CaseFilter {
  /** Without it, everything that is not closed. */
  states?: State[];
  assignee?: string;
  /** Words in number, company, address, summary or detail. */
  words?: string;
  /** Only of this address, whatever its case. */
  email?: string;
  /** Id of one inquiry of the page before, to go on after it. */
  after?: string;
  limit?: number;
}

export const MOST_WORDS = 20_000;

/** Newest first; what waits for an answer before the rest. */
export async function listCases(sql: Sql, filter: CaseFilter = {}): Promise<CaseSummary[]> {
  const states = filter.states ?? ['new', 'waiting', 'answered'];
  const rows = await sql.query<
    Omit<CaseSummary, 'received' | 'files' | 'replies' | 'failed'> & {
      received: Date;
      files: string;
      replies: string;
      failed: string;
    }
  >(
    `with cases as (
       select i.*, (i.state in ('new', 'waiting')) as open from inquiries i
       where i.state in (select jsonb_array_elements_text($1::jsonb))
         and ($2::text is null or i.assignee = $2)
         and ($3::text is null or lower(i.email) = lower($3))
         and ($4::text is null or position(lower($4) in lower(
           concat_ws(E'\\n', i.number, i.company, i.email, i.summary, i.detail, i.assignee))) > 0)
     ), last as (select open, received, number from cases where id::text = $5)
     select c.id, c.number, c.received, c.state, c.assignee, c.company, c.email, c.summary, c.suspect,
       (select count(*) from attachments a where a.inquiry = c.id) as files,
       (select count(*) from replies r where r.inquiry = c.id) as replies,
       (select count(*) from deliveries d where d.inquiry = c.id and d.state = 'dead') as failed
     from cases c
     where $5::text is null or (c.open, c.received, c.number) < (select open, received, number from last)
     order by c.open desc, c.received desc, c.number desc limit $6`,
    [
      JSON.stringify(states),
      filter.assignee ?? null,
      filter.email ?? null,
      filter.words?.trim() || null,
      filter.after ?? null,
      Math.min(filter.limit ?? 50, 1_000),
    ],
  );
  return rows.map((row) => ({
    ...row,
    received: row.received.toISOString(),
    files: Number(row.files),
    replies: Number(row.replies),
    failed: Number(row.failed),
  }));
}

/** By number or id; `null` when there is none. */
export async function findCase(sql: Sql, key: string): Promise<Case | null> {
  const rows = await sql.query<Omit<Case, 'replies'>>(
    'select id, number, state, assignee from inquiries where number = $1 or id::text = $1',
    [key.trim().toLowerCase()],
  );
  const found = rows[0];
  if (!found) return null;
  const replies = await sql.query<Reply>(
    'select id, inquiry, at, author, by, text from replies where inquiry = $1 order by at, id',
    [found.id],
  );
  return { ...found, replies };
}

/** What the deliveries ask for. */
export async function readReply(sql: Sql, id: string): Promise<Reply | null> {
  const rows = await sql.query<Reply>(
    'select id, inquiry, at, author, by, text from replies where id::text = $1',
    [id],
  );
  return rows[0] ?? null;
}

/** Why something that was asked for was not done. */
export type Refused = 'no-such-inquiry' | 'empty' | 'too-long';

/**
 * Adds words to an inquiry and puts them on their way, both or neither.
 * @returns the id of the reply, or why there is none
 */
export async function addReply(
  db: Database,
  reply: { inquiry: string; by: Reply['by']; author: string; text: string; close?: boolean },
): Promise<{ reply: string } | { refused: Refused }> {
  const text = reply.text.trim();
  if (!text) return { refused: 'empty' };
  if (text.length > MOST_WORDS) return { refused: 'too-long' };
  return db.transaction(async (sql) => {
    const state: State = reply.close ? 'closed' : reply.by === 'support' ? 'answered' : 'waiting';
    const found = await sql.query<{ id: string }>(
      'update inquiries set state = $2 where id::text = $1 returning id',
      [reply.inquiry, state],
    );
    if (!found[0]) return { refused: 'no-such-inquiry' };
    const [row] = await sql.query<{ id: string }>(
      'insert into replies (inquiry, by, author, text) values ($1, $2, $3, $4) returning id',
      [reply.inquiry, reply.by, reply.author, text],
    );
    const id = (row as { id: string }).id;
    await enqueue(sql, { kind: 'reply', inquiry: reply.inquiry, reply: id });
    return { reply: id };
  });
}

/** False when there is no such inquiry. */
export async function assign(sql: Sql, inquiry: string, assignee: string): Promise<boolean> {
  const rows = await sql.query('update inquiries set assignee = $2 where id::text = $1 returning id', [
    inquiry,
    assignee.trim().slice(0, 100),
  ]);
  return rows.length > 0;
}

/** False when there is no such inquiry. */
export async function setState(sql: Sql, inquiry: string, state: State): Promise<boolean> {
  const rows = await sql.query('update inquiries set state = $2 where id::text = $1 returning id', [
    inquiry,
    state,
  ]);
  return rows.length > 0;
}
