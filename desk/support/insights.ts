import type { Sql } from '../intake/index.ts';

/** Whether the published documents have something for a summary, by the engine that suggests while one is typed. */
export type HasAnswer = (summary: string, lang: string) => Promise<boolean>;

export interface Unanswered {
  number: string;
  summary: string;
  received: Date;
}

const RECENT = 500;

/** Recent inquiries for whose summary the documents of today have nothing that fits. */
export async function unanswered(sql: Sql, hasAnswer: HasAnswer): Promise<Unanswered[]> {
  const rows = await sql.query<Unanswered & { lang: string }>(
    'select number, summary, received, lang from inquiries order by received desc, number desc limit $1',
    [RECENT],
  );
  const found: Unanswered[] = [];
  for (const { lang, ...row } of rows) if (!(await hasAnswer(row.summary, lang))) found.push(row);
  return found;
}

/** How often somebody said that a document had solved it, most first. */
export async function solvedSince(
  sql: Sql,
  days: number,
  now: Date,
): Promise<{ article: string; count: number }[]> {
  const rows = await sql.query<{ article: string; count: string }>(
    `select article, sum(count) as count from solved where day > $1::date - $2::int
     group by article order by sum(count) desc, article limit 100`,
    [now, days],
  );
  return rows.map(({ article, count }) => ({ article, count: Number(count) }));
}

/** Counts one; of an article that is not published nothing is kept. */
export async function countSolved(sql: Sql, article: string, now: Date): Promise<void> {
  await sql.query(
    `insert into solved (day, article, count) values ($1::date, $2, 1)
     on conflict (day, article) do update set count = solved.count + 1`,
    [now, article],
  );
}
