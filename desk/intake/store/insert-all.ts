import type { SignedReceipt } from '../../../shared/inquiry/index.ts';
import { type Added, knownInquiry, type NewInquiry, type NewlyAdded, type OnAdded } from './add.ts';
import { attachAll } from './attach.ts';
import type { Database, Sql } from './database.ts';

interface Row {
  added: NewInquiry;
  number: string;
  signed: SignedReceipt;
}

const koreanYear = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Seoul' });

/**
 * Several in one transaction, all or none, in as many statements as one of them would take; the results in the same
 * order. Resolves after the commit.
 */
export function insertAll(db: Database, all: NewInquiry[]): Promise<Added[]> {
  return db.transaction(async (sql) => {
    const counts = await sql.query<{ n: number | string }>(
      `select nextval('inquiry_number') as n from generate_series(1, $1::integer)`,
      [all.length],
    );
    // Always in the same order: two desks that store the same ones at once would otherwise wait for each other.
    const ordered = all.toSorted(
      ({ inquiry: a }, { inquiry: b }) => Number(a.id > b.id) - Number(a.id < b.id),
    );
    const rows = await Promise.all(ordered.map((added, index) => rowOf(added, Number(counts[index]!.n))));
    const inserted = await insert(sql, rows);
    // `delete`: of the same id twice, the first one was inserted.
    const fresh = rows.filter(({ added }) => inserted.delete(added.inquiry.id));
    await attachAll(
      sql,
      fresh.map(({ added }) => added),
    );
    await tellOthers(sql, fresh);
    const results = new Map<NewInquiry, Added>();
    for (const { added, number, signed } of fresh) results.set(added, { state: 'stored', number, signed });
    // The others came before, or another desk was faster; their rows are visible now.
    for (const added of all)
      if (!results.has(added))
        results.set(added, (await knownInquiry(sql, added.inquiry.id, added.hash)) ?? { state: 'conflict' });
    return all.map((added) => results.get(added)!);
  });
}

async function rowOf(added: NewInquiry, count: number): Promise<Row> {
  const { inquiry, hash, received } = added;
  // The year is Korea's; the count goes on over the years.
  const number = `${koreanYear.format(received)}-${String(count).padStart(6, '0')}`;
  const signed = await added.sign({ id: inquiry.id, number, received: received.toISOString(), hash });
  return { added, number, signed };
}

/** The ids that were not there before. One parameter, so that the statement is the same for any number of rows. */
async function insert(sql: Sql, rows: Row[]): Promise<Set<string>> {
  const given = rows.map(({ added, number, signed }) => ({
    ...added.inquiry,
    ...{ number, hash: added.hash, received: added.received, keep_until: added.keepUntil },
    ...{ receipt: signed.receipt, signature: signed.signature, suspect: added.suspect ?? false },
  }));
  const inserted = await sql.query<{ id: string }>(
    `insert into inquiries (id, number, hash, received, keep_until, lang, email, summary, company, phone,
       detail, consent, context, receipt, signature, suspect)
     select id, number, hash, received, keep_until, lang, email, summary, company, phone,
       detail, consent, context, receipt, signature, suspect
     from json_to_recordset($1::json) as given (id uuid, number text, hash text, received timestamptz,
       keep_until timestamptz, lang text, email text, summary text, company text, phone text, detail text,
       consent jsonb, context jsonb, receipt text, signature text, suspect boolean)
     on conflict (id) do nothing returning id`,
    [JSON.stringify(given)],
  );
  return new Set(inserted.map(({ id }) => id));
}

async function tellOthers(sql: Sql, fresh: Row[]): Promise<void> {
  const others = new Map<OnAdded, NewlyAdded[]>();
  for (const { added, number } of fresh) {
    if (!added.also) continue;
    const told = others.get(added.also) ?? [];
    others.set(added.also, told);
    told.push({ id: added.inquiry.id, number, suspect: added.suspect ?? false });
  }
  for (const [also, told] of others) await also(sql, told);
}
