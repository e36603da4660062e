import type { FileRef, Inquiry } from '../../../shared/inquiry/index.ts';
import { Missing, type NewInquiry } from './add.ts';
import type { Sql, SqlValue } from './database.ts';
import { missingUploads } from './uploads.ts';

/** Bytes of the files of one statement: the driver holds a copy of them. */
const AT_ONCE = 256 * 1024;

/** Stores the files of new inquiries. @throws Missing when one that was uploaded is gone */
export async function attachAll(sql: Sql, all: NewInquiry[]): Promise<void> {
  let rows: SqlValue[][] = [];
  let bytes = 0;
  const flush = async () => {
    const given = rows;
    [rows, bytes] = [[], 0];
    if (given.length > 0) await insert(sql, given);
  };
  for (const { inquiry, files } of all) {
    if (files === 'uploaded') {
      await attachUploads(sql, inquiry);
      continue;
    }
    for (const [position, file] of inquiry.files.entries()) {
      rows.push([...columns(inquiry, position, file), files[position]!]);
      bytes += file.size;
      if (bytes >= AT_ONCE) await flush();
    }
  }
  await flush();
}

const columns = (inquiry: Inquiry, position: number, { name, type, size, hash }: FileRef): SqlValue[] => [
  ...[inquiry.id, position, name, type, size, hash],
];

async function insert(sql: Sql, rows: SqlValue[][]): Promise<void> {
  const places = rows.map((row, n) => `(${row.map((_, i) => `$${n * row.length + i + 1}`).join(', ')})`);
  await sql.query(
    `insert into attachments (inquiry, position, name, type, size, hash, bytes) values ${places.join(', ')}`,
    rows.flat(),
  );
}

/** The bytes never leave the database again: what was uploaded becomes the attachment. */
async function attachUploads(sql: Sql, inquiry: Inquiry): Promise<void> {
  const hashes = await missingUploads(sql, inquiry, true);
  if (hashes.length > 0) throw new Missing(hashes);
  for (const [position, file] of inquiry.files.entries())
    await sql.query(
      `insert into attachments (inquiry, position, name, type, size, hash, bytes)
       select $1::uuid, $2, $3, $4, $5, $6::text, coalesce(string_agg(bytes, ''::bytea order by start), ''::bytea)
       from upload_pieces where inquiry = $1::uuid and hash = $6::text`,
      columns(inquiry, position, file),
    );
  await sql.query('delete from uploads where inquiry = $1', [inquiry.id]);
}
