import * as v from 'valibot';
import { fromBase64, sha256 } from './bytes.ts';
import { BundleError } from './errors.ts';
import { parseJson } from './json.ts';
import type { Manifest, PartRef, TrustedKey } from './manifest.ts';
import * as schema from './schema.ts';

/** A manifest is a list of short lines: 64 MiB is a hundred thousand articles several times over. */
const MAX_MANIFEST = 64 * 1024 * 1024;

export interface Trust {
  keys: readonly TrustedKey[];
  /** Highest version accepted so far, per key id; kept by the reader outside its content cache. */
  floor: Readonly<Record<string, number>>;
  /** Reference time, fixed once per check (TUF client workflow 5.1). */
  now: Date;
}

export interface Verified {
  manifest: Manifest;
  /** Past its `expires`: still to be used, and to be called old. */
  stale: boolean;
}

/**
 * Checks the raw bytes of `manifest.json` against `manifest.sig` and only then reads them.
 * @param signatures lines `ed25519 <key id> <base64>`; one by a trusted key suffices, and it must be by the
 *   key that the manifest names, so that versions of different keys are never compared
 * @throws BundleError
 */
export async function verifyManifest(bytes: Uint8Array, signatures: string, trust: Trust): Promise<Verified> {
  if (bytes.byteLength > MAX_MANIFEST) throw new BundleError('too-large', 'manifest.json');
  const signers = await signersOf(bytes, signatures, trust.keys);
  const manifest = read(schema.manifest, parseJson(bytes, 'manifest.json'), 'manifest.json');
  if (!signers.includes(manifest.key))
    throw new BundleError('signature-wrong', 'manifest.json', 'signed by another key');
  const names = new Set(manifest.parts.map((part) => part.name));
  if (names.size !== manifest.parts.length)
    throw new BundleError('shape', 'manifest.json', 'a part is named twice');
  const floor = trust.floor[manifest.key] ?? 0;
  if (manifest.version < floor)
    throw new BundleError('older', 'manifest.json', `version ${manifest.version} after ${floor}`);
  return { manifest, stale: trust.now > new Date(manifest.expires) };
}

/** Ids of all trusted keys whose signature fits: while keys change hands there may be several, in any order. */
async function signersOf(
  bytes: Uint8Array,
  signatures: string,
  keys: readonly TrustedKey[],
): Promise<string[]> {
  let known = false;
  const signers: string[] = [];
  for (const line of signatures.split('\n').slice(0, 8)) {
    const [, keyId, text] = /^ed25519 ([0-9a-f]{16}) ([A-Za-z0-9+/=]{86,90})$/.exec(line.trim()) ?? [];
    const key = keys.find((candidate) => candidate.id === keyId);
    if (!key || !text) continue;
    known = true;
    if (await verifyBytes(bytes, text, key.key)) signers.push(key.id);
  }
  if (signers.length > 0) return signers;
  throw new BundleError(known ? 'signature-wrong' : 'signature-missing', 'manifest.sig');
}

/** Ed25519 (RFC 8032) over raw bytes. `signature` and `key` are base64. */
export async function verifyBytes(bytes: Uint8Array, signature: string, key: string): Promise<boolean> {
  try {
    const publicKey = await crypto.subtle.importKey('raw', fromBase64(key), 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify(
      'Ed25519',
      publicKey,
      fromBase64(signature),
      bytes as Uint8Array<ArrayBuffer>,
    );
  } catch {
    return false;
  }
}

export function partRef(manifest: Manifest, name: string): PartRef {
  const ref = manifest.parts.find((part) => part.name === name);
  if (!ref) throw new BundleError('part-missing', name);
  return ref;
}

/** Length and hash of a part against the signed manifest: parts of two bundles never mix. */
export async function verifyPart(ref: PartRef, bytes: Uint8Array): Promise<void> {
  if (bytes.byteLength !== ref.size) throw new BundleError('part-wrong', ref.name, 'length');
  if ((await sha256(bytes)) !== ref.hash) throw new BundleError('part-wrong', ref.name, 'hash');
}

/** Copies a parsed value into the shape of `kind`, refusing whatever the shape does not know. */
export function read<T>(kind: v.GenericSchema<unknown, T>, value: unknown, where: string): T {
  const result = v.safeParse(kind, value, { abortEarly: true });
  if (result.success) return result.output;
  const format = (value as { format?: unknown } | null)?.format;
  if (where === 'manifest.json' && typeof format === 'number' && format > 1)
    throw new BundleError('format', where);
  const issue = result.issues[0];
  throw new BundleError('shape', where, `${v.getDotPath(issue) ?? ''} ${issue.message}`.trim());
}
