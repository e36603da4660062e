import { sha256 } from './bytes.ts';
import { BundleError } from './errors.ts';
import { parseJson } from './json.ts';
import { applyRotations, followRotations, type Rotation, verifyBytes } from './keys.ts';
import type { Manifest, PartRef, TrustedKey } from './manifest.ts';
import { shaped } from './read.ts';
import * as schema from './schema.ts';

/** Clause 2.1. A manifest is a list of short lines: 64 MiB is a hundred thousand of them many times over. */
export const MAX_MANIFEST = 64 * 1024 * 1024;
/** Clause 2.1. */
export const MAX_SIGNATURES = 64 * 1024;
/** Clause 2.2. */
const MOST_SIGNATURES = 8;

export interface Trust {
  keys: readonly TrustedKey[];
  /** Highest version accepted so far, per key id; kept by the reader outside its content cache. */
  floor: Readonly<Record<string, number>>;
  /** Reference time, fixed once per check (TUF client workflow 5.1). */
  now: Date;
  /** Changes of keys that this reader has accepted before, oldest first; kept like `floor`. */
  rotations?: readonly Rotation[];
  /** Reads drafts of an author's own desk, and nothing but drafts (clause 9.2). */
  draft?: boolean;
}

export interface Verified {
  manifest: Manifest;
  /** Past its `expires`: still to be used, and to be called old. */
  stale: boolean;
  /** Changes of keys that were news to this reader; to be kept with those of `Trust`. Absent when there are none. */
  rotations?: readonly Rotation[];
}

/**
 * Checks the raw bytes of `manifest.json` against `manifest.sig` and only then reads them; clause by clause as
 * docs/bundle.md numbers them.
 * @param signatures lines `ed25519 <key id> <base64>`; one by a trusted key suffices, and it must be by the
 *   key that the manifest names, so that versions of different keys are never compared. Lines `rotation …` hand
 *   a trusted key over to the next.
 * @throws BundleError
 */
export async function verifyManifest(bytes: Uint8Array, signatures: string, trust: Trust): Promise<Verified> {
  // 2.1: nothing that is larger than anybody publishes is looked at.
  if (bytes.byteLength > MAX_MANIFEST) throw new BundleError('too-large', 'manifest.json');
  if (signatures.length > MAX_SIGNATURES) throw new BundleError('too-large', 'manifest.sig');
  // 4.2, 4.4: the keys of this moment, after the rotations that are known and those that are news.
  const kept = trust.rotations ?? [];
  const { keys, rotations } = await followRotations(signatures, applyRotations(trust.keys, kept), kept);
  const retired = new Set([...kept, ...rotations].map(({ from }) => from));
  // 2.2, 2.3: a signature over the raw bytes, before anything in them is read.
  const signers = await signersOf(bytes, signatures, keys, retired);
  const value = parseJson(bytes, 'manifest.json');
  // 2.6: made for a newer reader, whatever else is in it.
  const format = (value as { format?: unknown } | null)?.format;
  if (typeof format === 'number' && format > 1) throw new BundleError('format', 'manifest.json');
  // 2.4: strict JSON in a closed vocabulary.
  const manifest = shaped(schema.manifest, value, 'manifest.json');
  // 2.5: by the very key that it names.
  if (!signers.includes(manifest.key))
    throw new BundleError('signature-wrong', 'manifest.json', 'signed by another key');
  // 9.2: drafts and published bundles never stand in for one another.
  if ((manifest.draft ?? false) !== (trust.draft ?? false)) throw new BundleError('draft', 'manifest.json');
  // 5.1: one part of a name.
  const names = new Set(manifest.parts.map((part) => part.name));
  if (names.size !== manifest.parts.length)
    throw new BundleError('shape', 'manifest.json', 'a part is named twice');
  // 3.2: never back. The floor of one key says nothing about another (4.5).
  const floor = trust.floor[manifest.key] ?? 0;
  if (manifest.version < floor)
    throw new BundleError('older', 'manifest.json', `version ${manifest.version} after ${floor}`);
  // 3.4: old is said, not hidden and not refused.
  const stale = trust.now > new Date(manifest.expires);
  return { manifest, stale, ...(rotations.length > 0 && { rotations }) };
}

/** Ids of all trusted keys whose signature fits: while keys change hands there may be several, in any order. */
async function signersOf(
  bytes: Uint8Array,
  signatures: string,
  keys: readonly TrustedKey[],
  retired: ReadonlySet<string>,
): Promise<string[]> {
  let fault: 'signature-missing' | 'key-retired' | 'signature-wrong' = 'signature-missing';
  const signers: string[] = [];
  const lines = signatures.split('\n').filter((line) => !line.startsWith('rotation '));
  for (const line of lines.slice(0, MOST_SIGNATURES)) {
    const [, keyId, text] = /^ed25519 ([0-9a-f]{16}) ([A-Za-z0-9+/=]{86,90})$/.exec(line.trim()) ?? [];
    if (!keyId || !text) continue;
    const key = keys.find((candidate) => candidate.id === keyId);
    if (!key) {
      // 4.3: what a retired key signs is worth nothing, and worth a word of its own.
      if (retired.has(keyId) && fault === 'signature-missing') fault = 'key-retired';
      continue;
    }
    fault = 'signature-wrong';
    if (await verifyBytes(bytes, text, key.key)) signers.push(key.id);
  }
  if (signers.length > 0) return signers;
  throw new BundleError(fault, 'manifest.sig');
}

/** Clause 5.2. @throws BundleError `part-missing` when nothing of that name is listed */
export function partRef(manifest: Pick<Manifest, 'parts'>, name: string): PartRef {
  const ref = manifest.parts.find((part) => part.name === name);
  if (!ref) throw new BundleError('part-missing', name);
  return ref;
}

/** Clause 5.3: length and hash of a part against the signed list: parts of two bundles never mix. */
export async function verifyPart(ref: PartRef, bytes: Uint8Array): Promise<void> {
  if (bytes.byteLength !== ref.size) throw new BundleError('part-wrong', ref.name, 'length');
  if ((await sha256(bytes)) !== ref.hash) throw new BundleError('part-wrong', ref.name, 'hash');
}
