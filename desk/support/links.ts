import { createHash, randomBytes } from 'node:crypto';
import { enqueue } from '../deliver/index.ts';
import type { Database, Sql } from '../intake/index.ts';

/** How long a link waits to be used, and how long what it opens stays open, minutes. */
export const LINK_MINUTES = 30;
const SESSION_MINUTES = 120;

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const later = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000);

/**
 * Puts a one-time link to somebody's inquiries on its way, if there are any of that address. Whether there are is never
 * told to who asks.
 * @param address of the page that opens it; the secret is added as its fragment-free last part
 */
export async function sendLink(
  db: Database,
  { email, lang, address, now }: { email: string; lang: 'ko' | 'en' | 'ja'; address: string; now: Date },
): Promise<void> {
  const secret = randomBytes(32).toString('base64url');
  await db.transaction(async (sql) => {
    await sql.query('delete from my_links where expires < $1', [now]);
    const known = await sql.query<{ email: string }>(
      'select email from inquiries where lower(email) = lower($1) limit 1',
      [email],
    );
    const to = known[0]?.email;
    if (!to) return;
    await sql.query('insert into my_links (hash, email, expires) values ($1, $2, $3)', [
      hashOf(secret),
      to,
      later(now, LINK_MINUTES),
    ]);
    await enqueue(sql, { kind: 'link', to, lang, url: `${address}/${secret}`, minutes: LINK_MINUTES });
  });
}

/** Uses a link up. @returns the secret of the session that it opens; `null` when it was used or is too old */
export async function openLink(db: Database, secret: string, now: Date): Promise<string | null> {
  const session = randomBytes(32).toString('base64url');
  return db.transaction(async (sql) => {
    const rows = await sql.query<{ email: string }>(
      'update my_links set used = $2 where hash = $1 and used is null and expires > $2 returning email',
      [hashOf(secret), now],
    );
    if (!rows[0]) return null;
    await sql.query('delete from my_sessions where expires < $1', [now]);
    await sql.query('insert into my_sessions (hash, email, expires) values ($1, $2, $3)', [
      hashOf(session),
      rows[0].email,
      later(now, SESSION_MINUTES),
    ]);
    return session;
  });
}

/** Whose inquiries a session may see; `null` when it is over. */
export async function emailOf(sql: Sql, session: string, now: Date): Promise<string | null> {
  const rows = await sql.query<{ email: string }>(
    'select email from my_sessions where hash = $1 and expires > $2',
    [hashOf(session), now],
  );
  return rows[0]?.email ?? null;
}

export async function endSession(sql: Sql, session: string): Promise<void> {
  await sql.query('delete from my_sessions where hash = $1', [hashOf(session)]);
}
