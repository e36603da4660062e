import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Sql } from '../../intake/index.ts';

/** A receiver's last attempt is three days after the event; then there is time to fetch. */
const VALID_MS = 7 * 24 * 60 * 60_000;

/** Below the desk's address. */
export const FILE_PATH = '/api/files';

const signature = (key: string, inquiry: string, position: number, until: number): string =>
  createHmac('sha256', key).update(`${inquiry}/${position}/${until}`).digest('base64url');

/** The key of this database: all desks on it make and take the same links. */
export async function linkKey(sql: Sql): Promise<string> {
  return (await sql.query<{ key: string }>('select key from delivery_key'))[0]!.key;
}

/**
 * An address that whoever has it can fetch one attachment from, for a week.
 * @param now milliseconds
 */
export function fileLink(desk: string, key: string, inquiry: string, position: number, now: number): string {
  const until = now + VALID_MS;
  const query = new URLSearchParams({
    until: String(until),
    signature: signature(key, inquiry, position, until),
  });
  return `${desk.replace(/\/+$/, '')}${FILE_PATH}/${inquiry}/${position}?${query}`;
}

export function isGoodLink(
  key: string,
  { inquiry, position, until, given }: { inquiry: string; position: number; until: number; given: string },
  now: number,
): boolean {
  const right = Buffer.from(signature(key, inquiry, position, until));
  const theirs = Buffer.from(given);
  return right.length === theirs.length && timingSafeEqual(right, theirs) && now < until;
}
