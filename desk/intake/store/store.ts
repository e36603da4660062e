import type { ConsentText } from '../../../shared/inquiry/index.ts';
import { type Added, addInquiry, knownInquiry, type NewInquiry } from './add.ts';
import { openAddQueue } from './add-queue.ts';
import type { Database } from './database.ts';
import { databaseTrouble } from './database-trouble.ts';
import { migrate } from './migrate.ts';
import {
  type FileRow,
  type InquiryRow,
  type InquirySummary,
  type StoredInquiry,
  toStored,
} from './records.ts';
import { type AuditLine, auditLines, type OnRemoved, removeInquiries } from './remove.ts';
import { sharedSecret } from './secrets.ts';
import {
  type AppendedPiece,
  appendUpload,
  beginUpload,
  expireUploads,
  finishUpload,
  type NewUpload,
  type UploadRefusal,
  type UploadState,
  uploadState,
} from './uploads.ts';

export interface StorePlace {
  /** Folder of the desk's data; the store is made in it when there is no `databaseUrl`. */
  dataDir: string;
  /** `postgres://…`, to use a server instead. */
  databaseUrl?: string | undefined;
  /** Folders of migrations of other rooms that keep their tables in this database. */
  migrations?: URL[] | undefined;
  /** Runs in the transaction that deletes an inquiry. */
  onRemoved?: OnRemoved | undefined;
}

/** What support reads: the store itself, or a running desk that has it open. */
export interface Inbox {
  /** Newest first. `before` is a line of the list: what came earlier than that one, be it still there or not. */
  list(options?: {
    limit?: number;
    before?: Pick<InquirySummary, 'received' | 'number'>;
  }): Promise<InquirySummary[]>;
  /** By number or id; `null` when there is none. */
  find(key: string): Promise<StoredInquiry | null>;
  /** The bytes of an attachment, counted from 0; `null` when there is none. */
  file(id: string, position: number): Promise<Uint8Array | null>;
  /** Deletes one inquiry for good and writes the audit line. Its number; `null` when there is none. */
  remove(id: string): Promise<string | null>;
  /** What was deleted, newest first. */
  audit(limit: number): Promise<AuditLine[]>;
  close(): Promise<void>;
}

export interface Store extends Inbox {
  readonly kind: Database['kind'];
  /** The one opened database, for the tables of other rooms: a PGlite folder cannot be opened twice. */
  readonly database: Database;
  add(added: NewInquiry): Promise<Added>;
  /** What `add` would say of an id that came before; `null` when it is new. */
  known(id: string, hash: string): Promise<Added | null>;
  /** Keeps a consent text, so that it can be shown as long as somebody agreed to it. */
  keepConsent(hash: string, text: ConsentText): Promise<void>;
  consent(hash: string): Promise<ConsentText | null>;
  /** Deletes what was promised to be gone by `now`, attachments with it. Returns how many inquiries. */
  expire(now: Date): Promise<number>;
  readonly uploads: {
    /** `null` when nothing was begun. */
    state(inquiry: string, hash: string): Promise<UploadState | null>;
    begin(upload: NewUpload): Promise<UploadState | UploadRefusal>;
    /** False when the file does not stand at `offset` any more, or would become longer than announced. */
    append(piece: AppendedPiece): Promise<boolean>;
    /** Whether what has come has the hash that was announced; when not, it is dropped. */
    finish(inquiry: string, hash: string): Promise<boolean>;
  };
  /** A secret that all desks on this database share; made by `fresh` when it is asked for first. */
  secret(name: string, fresh: () => string): Promise<string>;
  /** @throws when the database does not answer */
  ping(): Promise<void>;
}

/** Opens the store and brings its tables up to date. @throws FolderInUseError, DatabaseTrouble */
export async function openStore({ dataDir, databaseUrl, migrations, onRemoved }: StorePlace): Promise<Store> {
  // Each driver is loaded only when it is used: PGlite alone takes a second.
  const db = databaseUrl
    ? await (await import('./postgres.ts')).openPostgres(databaseUrl)
    : await (await import('./pglite.ts')).openPglite(dataDir);
  try {
    await migrate(db, migrations);
  } catch (error) {
    await db.close();
    throw databaseUrl ? databaseTrouble(error, databaseUrl) : error;
  }
  return storeOn(db, onRemoved);
}

function storeOn(db: Database, onRemoved?: OnRemoved): Store {
  async function consent(hash: string): Promise<ConsentText | null> {
    const rows = await db.query<{ text: ConsentText }>('select text from consents where hash = $1', [hash]);
    return rows[0]?.text ?? null;
  }

  const insert = openAddQueue(db);

  return {
    kind: db.kind,
    database: db,
    consent,
    add: (added) => addInquiry(db, added, insert),
    known: (id, hash) => knownInquiry(db, id, hash),
    close: () => db.close(),

    async list({ limit = 50, before } = {}) {
      const rows = await db.query<
        Omit<InquirySummary, 'received' | 'files'> & { received: Date; files: string }
      >(
        `select id, number, received, state, suspect, lang, email, company, summary,
           (select count(*) from attachments where inquiry = id) as files
         from inquiries
         where $1::timestamptz is null or (received, number) < ($1, $2::text)
         order by received desc, number desc limit $3`,
        [before ? new Date(before.received) : null, before?.number ?? null, limit],
      );
      return rows.map((row) => ({
        ...row,
        received: row.received.toISOString(),
        files: Number(row.files),
      }));
    },

    async find(key) {
      const rows = await db.query<InquiryRow>('select * from inquiries where number = $1 or id::text = $1', [
        key.toLowerCase(),
      ]);
      const row = rows[0];
      if (!row) return null;
      const files = await db.query<FileRow>(
        'select name, type, size, hash from attachments where inquiry = $1 order by position',
        [row.id],
      );
      return toStored(row, files, await consent(row.consent.hash));
    },

    async file(id, position) {
      const rows = await db.query<{ bytes: Uint8Array }>(
        'select bytes from attachments where inquiry::text = $1 and position = $2',
        [id, position],
      );
      return rows[0]?.bytes ?? null;
    },

    async keepConsent(hash, text) {
      await db.query(
        'insert into consents (hash, text, first_seen) values ($1, $2, now()) on conflict (hash) do nothing',
        [hash, JSON.stringify(text)],
      );
    },

    async expire(now) {
      let count = 0;
      for (let batch = -1; batch !== 0; count += batch)
        batch = (await removeInquiries(db, { dueBy: now }, now, onRemoved)).length;
      const dropped = await expireUploads(db, now);
      // A server tidies up by itself; the one inside this process does not.
      if (db.kind === 'pglite' && count + dropped > 0) await db.run('vacuum');
      return count;
    },
    async remove(id) {
      return (await removeInquiries(db, { id }, new Date(), onRemoved))[0] ?? null;
    },
    audit: (limit) => auditLines(db, limit),
    uploads: {
      state: (inquiry, hash) => uploadState(db, inquiry, hash),
      begin: (upload) => beginUpload(db, upload),
      append: (piece) => appendUpload(db, piece),
      finish: (inquiry, hash) => finishUpload(db, inquiry, hash),
    },
    secret: (name, fresh) => sharedSecret(db, name, fresh),

    async ping() {
      await db.query('select 1');
    },
  };
}
