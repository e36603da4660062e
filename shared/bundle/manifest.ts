/** One immutable file of the bundle, named by its hash. */
export interface PartRef {
  /**
   * `catalogue`, `search`, `article/<id>` or `guide/<id>`; the last two end in `.<language>` when they are translations.
   * With many articles `shelf/<name>` and `search/<name>` as well; shelves then list articles and guides.
   */
  name: string;
  /** SHA-256 of the bytes, lower-case hex. The file is `parts/<hash>`. */
  hash: string;
  /** Length in bytes. */
  size: number;
}

/** The signed list of parts. Its raw bytes are what the Ed25519 signature covers. */
export interface Manifest {
  format: 1;
  /** Id of the signing key: first 16 hex digits of SHA-256 over its 32 raw bytes. */
  key: string;
  /** Strictly increasing for one key. */
  version: number;
  /** RFC 3339 times. After `expires` the content is old, not gone. */
  published: string;
  expires: string;
  parts: PartRef[];
  /** An author's preview, signed by a key of its own; no reader takes it for a published bundle. */
  draft?: true | undefined;
}

/** A publisher's public key that this reader trusts: 32 raw bytes, base64. */
export interface TrustedKey {
  id: string;
  key: string;
}
