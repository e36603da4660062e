import type { Database, Inbox } from '../intake/index.ts';
import { giveUp, type Parcel } from './adapter.ts';
import type { ReadReply } from './queue/address.ts';
import type { Claimed, Remote } from './queue/rows.ts';

export interface ParcelSource {
  db: Database;
  store: Pick<Inbox, 'find' | 'file'>;
  readReply: ReadReply;
}

/** Everything an adapter needs for one delivery. @throws DeliveryError when what it is about is gone */
export async function makeParcel(claimed: Claimed, { db, store, readReply }: ParcelSource): Promise<Parcel> {
  const part = { id: claimed.id, attempt: claimed.attempts };
  if (claimed.kind === 'link') {
    const link = claimed.payload;
    if (!link) throw giveUp('gone', 'the link is gone');
    if (Date.now() > claimed.created.getTime() + link.minutes * 60_000)
      throw giveUp('expired', 'the link could not be sent in time and works no more');
    return { ...part, kind: 'link', link };
  }
  const stored = await store.find(claimed.inquiry!);
  if (!stored) throw giveUp('gone', 'the inquiry is gone');
  const about = {
    ...part,
    stored,
    async file(position: number) {
      const bytes = await store.file(stored.inquiry.id, position);
      if (!bytes) throw giveUp('gone', `attachment ${position} is gone`);
      return bytes;
    },
  };
  if (claimed.kind !== 'reply') return { ...about, kind: claimed.kind };
  const reply = await readReply(db, claimed.reply!);
  if (!reply) throw giveUp('gone', 'the reply is gone');
  return {
    ...about,
    kind: 'reply',
    reply,
    earlier: await earlierReplies(db, claimed),
    tickets: await tickets(db, stored.inquiry.id),
  };
}

/** What was said before, as far as it was put on its way: by then its letters' ids are known. */
async function earlierReplies(db: Database, { inquiry, reply, seq }: Claimed): Promise<string[]> {
  const rows = await db.query<{ reply: string }>(
    `select reply from deliveries where inquiry = $1 and kind = 'reply' and reply <> $2 and seq < $3
     group by reply order by min(seq)`,
    [inquiry, reply, seq],
  );
  return rows.map((row) => row.reply);
}

async function tickets(db: Database, inquiry: string): Promise<Map<string, Remote>> {
  const rows = await db.query<{ target: string; remote: Remote }>(
    `select target, remote from deliveries
     where inquiry = $1 and kind = 'inquiry' and state = 'done' and remote is not null order by seq`,
    [inquiry],
  );
  return new Map(rows.map(({ target, remote }) => [target, remote]));
}
