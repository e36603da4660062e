import type { Sql } from '../../intake/index.ts';
import { MAIL } from '../adapters/smtp.ts';
import type { Adapters } from '../config/adapters.ts';
import type { Reply } from '../outgoing.ts';
import type { Claimed } from './rows.ts';

/** Reads a row of `replies`, which is another room's; `null` when it is gone. */
export type ReadReply = (sql: Sql, id: string) => Promise<Reply | null>;

/**
 * Puts one row for everybody who gets it in the place of the row without a target, in one transaction.
 * @returns the names of the targets
 */
export async function addressTo(
  sql: Sql,
  claimed: Claimed,
  adapters: Adapters,
  readReply: ReadReply,
): Promise<string[]> {
  const names = await recipients(sql, claimed, adapters, readReply);
  for (const name of names)
    await sql.query(
      `insert into deliveries (inquiry, kind, reply, target, payload, created)
       select inquiry, kind, reply, $3, payload, created from deliveries where id = $1 and claim = $2
       on conflict do nothing`,
      [claimed.id, claimed.claim, name],
    );
  // Support has to know when there is no way at all for what somebody is waiting for.
  if (names.length === 0 && claimed.kind === 'link') return names;
  if (names.length === 0 && claimed.kind === 'reply' && (await isForAsker(sql, claimed, readReply)))
    return names;
  await sql.query('delete from deliveries where id = $1 and claim = $2', [claimed.id, claimed.claim]);
  return names;
}

async function recipients(
  sql: Sql,
  { kind, inquiry, reply }: Claimed,
  { targets, mail, confirm }: Adapters,
  readReply: ReadReply,
): Promise<string[]> {
  if (kind === 'inquiry') return targets.map(({ name }) => name);
  if (kind === 'confirmation') return mail && confirm ? [MAIL] : [];
  if (kind === 'link') return mail ? [MAIL] : [];
  const words = reply ? await readReply(sql, reply) : null;
  if (!words) return [];
  // A help desk that does not have the inquiry has nothing to reply to.
  const rows = await sql.query<{ target: string }>(
    `select target from deliveries where inquiry = $1 and kind = 'inquiry' and state <> 'dropped'`,
    [inquiry],
  );
  const having = new Set(rows.map(({ target }) => target));
  const taking = targets.filter(({ name, takesReplies }) => takesReplies && having.has(name));
  const told = words.by === 'asker' || taking.some(({ tellsAsker }) => tellsAsker);
  return [...(mail && !told ? [MAIL] : []), ...taking.map(({ name }) => name)];
}

async function isForAsker(sql: Sql, { reply }: Claimed, readReply: ReadReply): Promise<boolean> {
  return reply !== null && (await readReply(sql, reply))?.by === 'support';
}
