import type { PartRef } from '../../shared/bundle/index.ts';

/** Where a bundle is published: a directory, or a bucket. Files are named as clause 1.1 of docs/bundle.md names them. */
export interface BundleStore {
  /** For messages. */
  name: string;
  /** Null when there is no such file. */
  read(file: string): Promise<Uint8Array | null>;
  /** Replaces the file as a whole, or leaves the one that was there. */
  write(file: string, bytes: Uint8Array): Promise<void>;
  /** Whether the part is there and whole. `source`: the same bytes as a local file, where there is one; whole, too. */
  has(ref: PartRef, source: string | null): Promise<boolean>;
  putPart(ref: PartRef, bytes: () => Promise<Uint8Array>, source: string | null): Promise<void>;
  /** Takes away parts that no kept version needs, and what a stopped publish left unfinished. */
  sweep(keep: ReadonlySet<string>): Promise<void>;
  /** How many parts may be on their way at once. */
  abreast: number;
  /** Keeps other publishers out until the answer is called (clause 8.1). @throws Expected when one is at work */
  lock(): Promise<() => Promise<void>>;
}
