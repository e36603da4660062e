import type { Inquiry, Receipt, SignedReceipt } from '../../../shared/inquiry/index.ts';
import type { Database, Sql } from './database.ts';
import { missingUploads } from './uploads.ts';

export interface NewInquiry {
  inquiry: Inquiry;
  /** `inquiryHash(inquiry)` */
  hash: string;
  /** The bytes of `inquiry.files`, in their order; or they came before, as uploads under the inquiry's id. */
  files: Uint8Array[] | 'uploaded';
  /** Whether the field that people do not see was filled in. */
  suspect?: boolean;
  received: Date;
  keepUntil: Date;
  sign: (receipt: Receipt) => Promise<SignedReceipt>;
  also?: OnAdded | undefined;
}

/** What another room writes with a new inquiry: in its transaction, so both are stored or neither. */
export type OnAdded = (sql: Sql, added: NewlyAdded) => Promise<void>;

export type Added =
  | { state: 'stored'; number: string; signed: SignedReceipt }
  /** The same inquiry came before: its receipt once more. */
  | { state: 'known'; signed: SignedReceipt }
  /** Its id came before with another content. Nothing is stored. */
  | { state: 'conflict' }
  /** Files of these hashes have to be uploaded first. Nothing is stored. */
  | { state: 'missing'; hashes: string[] };

export interface NewlyAdded {
  id: string;
  number: string;
  suspect: boolean;
}

const koreanYear = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Seoul' });

/** Undoes a transaction that found an upload gone. */
class Missing extends Error {
  readonly hashes: string[];
  constructor(hashes: string[]) {
    super('uploads are missing');
    this.hashes = hashes;
  }
}

/**
 * Stores inquiry, attachments and receipt in one transaction; resolves after the commit.
 * @param insert `insertAll` for one, or a queue before it
 */
export async function addInquiry(
  db: Database,
  added: NewInquiry,
  insert: (added: NewInquiry) => Promise<Added>,
): Promise<Added> {
  const { inquiry, hash } = added;
  if (added.files === 'uploaded') {
    const before = await knownInquiry(db, inquiry.id, hash);
    if (before) return before;
    const hashes = await missingUploads(db, inquiry);
    // They are gone, too, when the same inquiry was stored a moment ago.
    if (hashes.length > 0) return (await knownInquiry(db, inquiry.id, hash)) ?? { state: 'missing', hashes };
  }
  try {
    return await insert(added);
  } catch (error) {
    if (error instanceof Missing) return { state: 'missing', hashes: error.hashes };
    throw error;
  }
}

/** Several in one transaction, all or none; the results in the same order. */
export function insertAll(db: Database, all: NewInquiry[]): Promise<Added[]> {
  return db.transaction(async (sql) => {
    const counts = await sql.query<{ n: number | string }>(
      `select nextval('inquiry_number') as n from generate_series(1, $1::integer)`,
      [all.length],
    );
    const results = new Map<NewInquiry, Added>();
    // Always in the same order: two desks that store the same ones at once would otherwise wait for each other.
    const ordered = all.toSorted((a, b) => (a.inquiry.id < b.inquiry.id ? -1 : 1));
    for (const [index, added] of ordered.entries())
      results.set(added, await insertOne(sql, added, Number(counts[index]!.n)));
    return all.map((added) => results.get(added)!);
  });
}

async function insertOne(sql: Sql, added: NewInquiry, count: number): Promise<Added> {
  const { inquiry, hash, received } = added;
  // The year is Korea's; the count goes on over the years.
  const number = `${koreanYear.format(received)}-${String(count).padStart(6, '0')}`;
  const signed = await added.sign({ id: inquiry.id, number, received: received.toISOString(), hash });
  if (!(await insert(sql, added, number, signed))) {
    // It came before, or another one was faster; its row is visible now.
    return (await knownInquiry(sql, inquiry.id, hash)) ?? { state: 'conflict' };
  }
  if (added.files === 'uploaded') await attachUploads(sql, inquiry);
  else await attach(sql, inquiry, added.files);
  await added.also?.(sql, { id: inquiry.id, number, suspect: added.suspect ?? false });
  return { state: 'stored', number, signed };
}

async function attach(sql: Sql, inquiry: Inquiry, files: Uint8Array[]): Promise<void> {
  for (const [position, { name, type, size, hash }] of inquiry.files.entries())
    await sql.query(
      `insert into attachments (inquiry, position, name, type, size, hash, bytes)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [inquiry.id, position, name, type, size, hash, files[position]!],
    );
}

/** The bytes never leave the database again: what was uploaded becomes the attachment. */
async function attachUploads(sql: Sql, inquiry: Inquiry): Promise<void> {
  const hashes = await missingUploads(sql, inquiry, true);
  if (hashes.length > 0) throw new Missing(hashes);
  for (const [position, { name, type, size, hash }] of inquiry.files.entries())
    await sql.query(
      `insert into attachments (inquiry, position, name, type, size, hash, bytes)
       select $1::uuid, $2, $3, $4, $5, $6::text, coalesce(string_agg(bytes, ''::bytea order by start), ''::bytea)
       from upload_pieces where inquiry = $1::uuid and hash = $6::text`,
      [inquiry.id, position, name, type, size, hash],
    );
  await sql.query('delete from uploads where inquiry = $1', [inquiry.id]);
}

/** What came before under that id; `null` when nothing did. */
export async function knownInquiry(sql: Sql, id: string, hash: string): Promise<Added | null> {
  const rows = await sql.query<{ hash: string; receipt: string; signature: string }>(
    'select hash, receipt, signature from inquiries where id = $1',
    [id],
  );
  const row = rows[0];
  if (!row) return null;
  if (row.hash !== hash) return { state: 'conflict' };
  return { state: 'known', signed: { receipt: row.receipt, signature: row.signature } };
}

/** Whether it was inserted: not when the id is there already. */
async function insert(sql: Sql, added: NewInquiry, number: string, signed: SignedReceipt): Promise<boolean> {
  const { inquiry } = added;
  const rows = await sql.query(
    `insert into inquiries (id, number, hash, received, keep_until, lang, email, summary, company, phone,
       detail, consent, context, receipt, signature, suspect)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (id) do nothing returning id`,
    [
      inquiry.id,
      number,
      added.hash,
      added.received,
      added.keepUntil,
      inquiry.lang,
      inquiry.email,
      inquiry.summary,
      inquiry.company,
      inquiry.phone,
      inquiry.detail,
      JSON.stringify(inquiry.consent),
      JSON.stringify(inquiry.context),
      signed.receipt,
      signed.signature,
      added.suspect ? 'true' : 'false',
    ],
  );
  return rows.length === 1;
}
