import {
  createIndex,
  type Document,
  type Hit,
  type SearchOptions,
  search,
} from '../../shared/search/index.ts';
import { CANDIDATES, COUNT, COUNTS, INSERT, MARKS, REMOVE, TABLES } from './tables.ts';
import { type Asked, askedOf, termsOf, tokensOf } from './tokens.ts';

/** What search needs of a PostgreSQL: desk/intake/store opens one, on a server or inside this process. */
export interface SearchDatabase {
  query<Row>(text: string, values?: (string | number)[]): Promise<Row[]>;
  run(text: string): Promise<void>;
  transaction<T>(work: (sql: Pick<SearchDatabase, 'query' | 'run'>) => Promise<T>): Promise<T>;
}

/** Search over more documents than a reader's machine should hold; the results are those of shared/search. */
export interface DeskSearch {
  /** Adds documents; those with a known id are replaced. Call `count` after many. */
  put(documents: readonly (Document & { mark?: string })[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Learns anew how rare words are; after a publication, not after every article. */
  count(): Promise<void>;
  /** What was put with a document to know it again, by id; '' for those put without. */
  marks(): Promise<Map<string, string>>;
  search(query: string, options?: SearchOptions): Promise<DeskHit[]>;
}

/** A hit for a face that has no catalogue: with what a line of results shows. */
export interface DeskHit extends Hit {
  title: string;
  lang: string;
  console: string | null;
}

/** Rows that one question may touch; the rarest words come first, the most frequent are left out. */
const MOST_ROWS = 10_000;
const CANDIDATE_COUNT = 60;
const BATCH = 200;

/**
 * PostgreSQL finds candidates by lexemes of our own, then the engine of shared/search ranks them, says why and marks
 * places. Tables are made when they are missing. `terms` are the groups of terms.yaml.
 */
export async function openDeskSearch(
  database: SearchDatabase,
  terms: readonly (readonly string[])[] = [],
): Promise<DeskSearch> {
  await database.run(TABLES);
  const groups = termsOf(terms);
  return {
    async put(documents) {
      for (let i = 0; i < documents.length; i += BATCH) {
        const batch = documents.slice(i, i + BATCH).map(storable);
        const ids = JSON.stringify(batch.map(({ id }) => id));
        const rows = JSON.stringify(batch.map((document) => ({ document, tokens: tokensOf(document) })));
        await database.transaction(async (sql) => {
          await sql.query(REMOVE, [ids]);
          await sql.query(INSERT, [rows]);
        });
      }
    },
    async remove(ids) {
      await database.query(REMOVE, [JSON.stringify(ids)]);
    },
    count: () => database.transaction((sql) => sql.run(COUNT)),
    async marks() {
      const rows = await database.query<{ id: string; mark: string | null }>(MARKS);
      return new Map(rows.map(({ id, mark }) => [id, mark ?? '']));
    },
    async search(query, options = {}) {
      const asked = askedOf(query, groups);
      if (asked.length === 0) return [];
      const { size, counts } = await counted(database, asked);
      const chosen = choose(asked, size, counts);
      const rows = await database.query<{ document: Document }>(CANDIDATES, [
        JSON.stringify(chosen),
        options.lang ?? '',
        CANDIDATE_COUNT,
      ]);
      const having = new Map<number | string, number>();
      for (const { token, key } of asked) if (key !== null) having.set(key, counts.get(token) ?? 1);
      const corpus = { size, having };
      const found = new Map(rows.map(({ document }) => [document.id, document]));
      return search(createIndex([...found.values()], { terms, corpus }), query, options).map((hit) => {
        const { title, lang = '', console = null } = found.get(hit.id)!;
        return { ...hit, title, lang, console };
      });
    },
  };
}

/** PostgreSQL keeps no NUL and no half of a surrogate pair. */
const storable = (document: Document): Document =>
  JSON.parse(
    JSON.stringify(document, (_, value) =>
      typeof value === 'string' ? value.toWellFormed().replaceAll('\0', ' ') : value,
    ),
  );

async function counted(database: SearchDatabase, asked: readonly Asked[]) {
  const rows = await database.query<{ token: string; documents: number }>(COUNTS, [
    JSON.stringify(asked.map(({ token }) => token)),
  ]);
  const counts = new Map(rows.map(({ token, documents }) => [token, documents]));
  return { size: counts.get('') ?? 1, counts };
}

/** Lexemes as tsquery with their weights, the most telling first, as many as MOST_ROWS allows. */
function choose(
  asked: readonly Asked[],
  size: number,
  counts: ReadonlyMap<string, number>,
): [string, number][] {
  const weighed = asked.map(({ token, weight }) => {
    const documents = counts.get(token) ?? 1;
    return { token, documents, weight: weight * Math.log(1 + size / documents) };
  });
  weighed.sort((a, b) => b.weight - a.weight || (a.token < b.token ? -1 : 1));
  let rows = 0;
  const chosen = weighed.filter(({ documents }, i) => {
    const room = i === 0 || rows + documents <= MOST_ROWS;
    if (room) rows += documents;
    return room;
  });
  return chosen.map(({ token, weight }) => [`'${token.replace(/['\\]/g, '$&$&')}'`, weight]);
}
