import { createHash } from 'node:crypto';
import type { Database, Sql } from './database.ts';

/** How far the upload of one file has come. */
export interface UploadState {
  /** bytes */
  received: number;
  length: number;
  /** Everything is here and has the hash that it goes by. */
  complete: boolean;
}

export interface UploadBounds {
  /** Most files of one inquiry, and most bytes of them together. */
  files: number;
  totalBytes: number;
  /** Most bytes of everybody's unfinished uploads. */
  pendingBytes: number;
}

export interface NewUpload {
  /** Id of the inquiry that will name the file. */
  inquiry: string;
  /** SHA-256, lower-case hex */
  hash: string;
  length: number;
  expires: Date;
  bounds: UploadBounds;
}

/** Why an upload cannot begin. `length`: the same file was begun with another length. */
export type UploadRefusal = 'length' | 'files' | 'total' | 'full';

type Row = { received: string | number; length: string | number; complete: boolean };
const toState = ({ received, length, complete }: Row): UploadState => ({
  received: Number(received),
  length: Number(length),
  complete,
});

export async function uploadState(sql: Sql, inquiry: string, hash: string): Promise<UploadState | null> {
  const rows = await sql.query<Row>(
    'select received, length, complete from uploads where inquiry = $1 and hash = $2',
    [inquiry, hash],
  );
  return rows[0] ? toState(rows[0]) : null;
}

/** Makes room for a file, or finds what is there of it. */
export function beginUpload(db: Database, upload: NewUpload): Promise<UploadState | UploadRefusal> {
  const { inquiry, hash, length, expires, bounds } = upload;
  return db.transaction(async (sql) => {
    // Two at once would each see room for one.
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [inquiry]);
    const before = await uploadState(sql, inquiry, hash);
    if (before) return before.length === length ? before : 'length';
    const [own] = await sql.query<{ files: string; bytes: string }>(
      'select count(*) as files, coalesce(sum(length), 0) as bytes from uploads where inquiry = $1',
      [inquiry],
    );
    if (Number(own!.files) >= bounds.files) return 'files';
    if (Number(own!.bytes) + length > bounds.totalBytes) return 'total';
    const [all] = await sql.query<{ bytes: string }>('select coalesce(sum(length), 0) as bytes from uploads');
    if (Number(all!.bytes) + length > bounds.pendingBytes) return 'full';
    await sql.query('insert into uploads (inquiry, hash, length, expires) values ($1, $2, $3, $4)', [
      inquiry,
      hash,
      length,
      expires,
    ]);
    return { received: 0, length, complete: false };
  });
}

/** Adds bytes at `offset`; false when the file does not stand there any more, or would become too long. */
export function appendUpload(
  db: Database,
  { inquiry, hash, offset, bytes, expires }: AppendedPiece,
): Promise<boolean> {
  return db.transaction(async (sql) => {
    const rows = await sql.query(
      `update uploads set received = received + $4, expires = $5
       where inquiry = $1 and hash = $2 and received = $3 and received + $4 <= length returning received`,
      [inquiry, hash, offset, bytes.byteLength, expires],
    );
    if (rows.length === 0) return false;
    await sql.query('insert into upload_pieces (inquiry, hash, start, bytes) values ($1, $2, $3, $4)', [
      inquiry,
      hash,
      offset,
      bytes,
    ]);
    return true;
  });
}

export interface AppendedPiece {
  inquiry: string;
  hash: string;
  offset: number;
  bytes: Uint8Array;
  expires: Date;
}

/** Whether what has come is the file that was announced. When it is not, all of it is dropped. */
export async function finishUpload(db: Database, inquiry: string, hash: string): Promise<boolean> {
  const digest = createHash('sha256');
  // Piece by piece: a whole file in memory for every upload would add up.
  const starts = await db.query<{ start: string | number }>(
    'select start from upload_pieces where inquiry = $1 and hash = $2 order by start',
    [inquiry, hash],
  );
  for (const { start } of starts) {
    const [piece] = await db.query<{ bytes: Uint8Array }>(
      'select bytes from upload_pieces where inquiry = $1 and hash = $2 and start = $3',
      [inquiry, hash, Number(start)],
    );
    digest.update(piece?.bytes ?? '');
  }
  const right = digest.digest('hex') === hash;
  await db.query(
    right
      ? 'update uploads set complete = true where inquiry = $1 and hash = $2 and received = length'
      : 'delete from uploads where inquiry = $1 and hash = $2 and not complete',
    [inquiry, hash],
  );
  return right;
}

/** Drops what nobody came back for. Returns how many. */
export async function expireUploads(sql: Sql, now: Date): Promise<number> {
  return (await sql.query('delete from uploads where expires <= $1 returning 1', [now])).length;
}

/**
 * Which of these files are not here in full.
 * @param hold inside a transaction: nobody may drop those that are here before it ends
 */
export async function missingUploads(
  sql: Sql,
  { id, files }: { id: string; files: { hash: string; size: number }[] },
  hold = false,
): Promise<string[]> {
  const rows = await sql.query<{ hash: string; length: string | number }>(
    `select hash, length from uploads where inquiry = $1 and complete${hold ? ' for update' : ''}`,
    [id],
  );
  const there = new Map(rows.map(({ hash, length }) => [hash, Number(length)]));
  return [...new Set(files.filter(({ hash, size }) => there.get(hash) !== size).map(({ hash }) => hash))];
}
