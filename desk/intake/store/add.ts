import type { Inquiry, Receipt, SignedReceipt } from '../../../shared/inquiry/index.ts';
import type { Database, Sql } from './database.ts';

export interface NewInquiry {
  inquiry: Inquiry;
  /** `inquiryHash(inquiry)` */
  hash: string;
  /** The bytes of `inquiry.files`, in their order. */
  files: Uint8Array[];
  received: Date;
  keepUntil: Date;
  sign: (receipt: Receipt) => Promise<SignedReceipt>;
  also?: OnAdded | undefined;
}

/** What another room writes with a new inquiry: in its transaction, so both are stored or neither. */
export type OnAdded = (sql: Sql, added: { id: string; number: string }) => Promise<void>;

export type Added =
  | { state: 'stored'; number: string; signed: SignedReceipt }
  /** The same inquiry came before: its receipt once more. */
  | { state: 'known'; signed: SignedReceipt }
  /** Its id came before with another content. Nothing is stored. */
  | { state: 'conflict' };

/** Stores inquiry, attachments and receipt in one transaction; resolves after the commit. */
export function addInquiry(db: Database, added: NewInquiry): Promise<Added> {
  return db.transaction(async (sql) => {
    const { inquiry, hash, received } = added;
    const before = await knownInquiry(sql, inquiry.id, hash);
    if (before) return before;
    const number = await nextNumber(sql, received);
    const signed = await added.sign({ id: inquiry.id, number, received: received.toISOString(), hash });
    if (!(await insert(sql, added, number, signed))) {
      // Another desk on the same database was faster; its row is visible now.
      return (await knownInquiry(sql, inquiry.id, hash)) ?? { state: 'conflict' };
    }
    for (const [position, file] of inquiry.files.entries()) {
      const { name, type, size } = file;
      await sql.query(
        `insert into attachments (inquiry, position, name, type, size, hash, bytes)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [inquiry.id, position, name, type, size, file.hash, added.files[position]!],
      );
    }
    await added.also?.(sql, { id: inquiry.id, number });
    return { state: 'stored', number, signed };
  });
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

/** The year is Korea's; the count goes on over the years. */
async function nextNumber(sql: Sql, received: Date): Promise<string> {
  const rows = await sql.query<{ n: number | string }>(`select nextval('inquiry_number') as n`);
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Seoul' }).format(received);
  return `${year}-${String(rows[0]!.n).padStart(6, '0')}`;
}

/** Whether it was inserted: not when the id is there already. */
async function insert(sql: Sql, added: NewInquiry, number: string, signed: SignedReceipt): Promise<boolean> {
  const { inquiry } = added;
  const rows = await sql.query(
    `insert into inquiries (id, number, hash, received, keep_until, lang, email, summary, company, phone,
       detail, consent, context, receipt, signature)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
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
    ],
  );
  return rows.length === 1;
}
