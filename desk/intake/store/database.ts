/** Values as both drivers take them; JSON goes in as text. */
export type SqlValue = string | number | Date | Uint8Array | null;

export interface Sql {
  /** One statement with `$1` parameters. Dates come back as `Date`, bytea as `Uint8Array`, jsonb parsed. */
  query<Row>(text: string, values?: SqlValue[]): Promise<Row[]>;
  /** Several statements without parameters. */
  run(text: string): Promise<void>;
}

/** What the store needs of a PostgreSQL, be it a server or one inside this process. */
export interface Database extends Sql {
  readonly kind: 'pglite' | 'postgres';
  /** Commits when `work` resolves, rolls back when it rejects. Resolves after the commit. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
