import type { Database, Sql } from './database.ts';

const BATCH = 200;

/** What another room deletes with an inquiry, or has others delete: in its transaction. */
export type OnRemoved = (sql: Sql, removed: { id: string; number: string }) => Promise<void>;

export type RemovalReason = 'expired' | 'deleted';

/** That an inquiry is gone. Holds nothing of what it said or of who wrote it. */
export interface AuditLine {
  /** RFC 3339 */
  at: string;
  action: RemovalReason;
  number: string;
  /** Until when it was promised to be kept; RFC 3339. */
  keepUntil: string;
  /** How many attachments went with it. */
  files: number;
}

/**
 * Deletes inquiries, their attachments and whatever was uploaded for them, and writes an audit line for each: all
 * of it or nothing.
 * @param which ids, or `{ dueBy }`: those whose time has run out by then
 * @returns their numbers; of what is due at most 200 at a time
 */
export function removeInquiries(
  db: Database,
  which: { id: string } | { dueBy: Date },
  now: Date,
  also?: OnRemoved,
): Promise<string[]> {
  const action: RemovalReason = 'id' in which ? 'deleted' : 'expired';
  return db.transaction(async (sql) => {
    const gone = await sql.query<{ id: string; number: string; keep_until: Date; files: string }>(
      `select id, number, keep_until, (select count(*) from attachments where inquiry = id) as files
       from inquiries where ${'id' in which ? 'id::text = $1' : 'keep_until <= $1'} order by number limit ${BATCH} for update`,
      ['id' in which ? which.id : which.dueBy],
    );
    for (const { id, number, keep_until, files } of gone) {
      await also?.(sql, { id, number });
      await sql.query('delete from uploads where inquiry = $1', [id]);
      await sql.query('delete from inquiries where id = $1', [id]);
      await sql.query(
        'insert into audit (at, action, number, keep_until, files) values ($1, $2, $3, $4, $5)',
        [now, action, number, keep_until, Number(files)],
      );
    }
    return gone.map(({ number }) => number);
  });
}

/** Newest first. */
export async function auditLines(sql: Sql, limit: number): Promise<AuditLine[]> {
  const rows = await sql.query<Omit<AuditLine, 'at' | 'keepUntil'> & { at: Date; keep_until: Date }>(
    'select at, action, number, keep_until, files from audit order by id desc limit $1',
    [limit],
  );
  return rows.map(({ at, keep_until, action, number, files }) => ({
    ...{ at: at.toISOString(), action, number, keepUntil: keep_until.toISOString() },
    files: Number(files),
  }));
}
