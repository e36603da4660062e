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

/** What another room writes with new inquiries: in their transaction, so all of it is stored or nothing. */
export type OnAdded = (sql: Sql, added: NewlyAdded[]) => Promise<void>;

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

/** Undoes a transaction that found an upload gone. */
export class Missing extends Error {
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

/** What came before under that id; `null` when nothing did. */
export async function knownInquiry(sql: Sql, id: string, hash: string): Promise<Added | null> {
  const [row] = await sql.query<{ hash: string; receipt: string; signature: string }>(
    'select hash, receipt, signature from inquiries where id = $1',
    [id],
  );
  if (!row) return null;
  if (row.hash !== hash) return { state: 'conflict' };
  return { state: 'known', signed: { receipt: row.receipt, signature: row.signature } };
}
