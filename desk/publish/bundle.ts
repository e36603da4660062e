import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Manifest, type PartRef, sha256, verifyManifest } from '../../shared/bundle/index.ts';
import { type KeyPair, sign } from './keys.ts';

export type PartBytes = Map<string, Uint8Array>;

export interface Published {
  manifest: Manifest;
  /** Names of parts against the version before. */
  added: string[];
  changed: string[];
  removed: string[];
}

/** Keys in one order, so that the same content always gives the same bytes. */
export const jsonBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The last bundle in `dir` that was signed with `key`, or null. */
export async function lastManifest(dir: string, key: KeyPair): Promise<Manifest | null> {
  try {
    const bytes = await readFile(path.join(dir, 'manifest.json'));
    const signatures = await readFile(path.join(dir, 'manifest.sig'), 'utf8');
    return (await verifyManifest(bytes, signatures, { keys: [key], floor: {}, now: new Date() })).manifest;
  } catch {
    return null;
  }
}

/**
 * Writes parts, then the signature, then the manifest: a reader at any moment sees the old bundle or the new
 * one. The signature file keeps the line of the version before, so that it fits whichever manifest is read.
 * Publishing the same content again changes no byte until half of its time to expiry has passed.
 * @param days until the bundle calls itself old
 */
export async function writeBundle(
  dir: string,
  parts: PartBytes,
  key: KeyPair,
  days: number,
): Promise<Published> {
  const before = await lastManifest(dir, key);
  const refs: PartRef[] = [];
  for (const [name, bytes] of parts) refs.push({ name, hash: await sha256(bytes), size: bytes.byteLength });
  refs.sort((a, b) => (a.name < b.name ? -1 : 1));

  const old = new Map(before?.parts.map((ref) => [ref.name, ref.hash]));
  const added = refs.filter((ref) => !old.has(ref.name)).map((ref) => ref.name);
  const changed = refs
    .filter((ref) => old.has(ref.name) && old.get(ref.name) !== ref.hash)
    .map((ref) => ref.name);
  const removed = [...old.keys()].filter((name) => !parts.has(name));
  const now = new Date();
  const fresh = before && new Date(before.expires).getTime() - now.getTime() > days * 43_200_000;
  if (before && fresh && added.length + changed.length + removed.length === 0)
    return { manifest: before, added, changed, removed };

  const manifest: Manifest = {
    format: 1,
    key: key.id,
    version: (before?.version ?? 0) + 1,
    published: now.toISOString(),
    expires: new Date(now.getTime() + days * 86_400_000).toISOString(),
    parts: refs,
  };
  const bytes = jsonBytes(manifest);
  await mkdir(path.join(dir, 'parts'), { recursive: true });
  for (const [name, content] of parts) {
    const ref = refs.find((candidate) => candidate.name === name);
    if (ref) await replace(path.join(dir, 'parts', ref.hash), content);
  }
  const last = before ? (await readFile(path.join(dir, 'manifest.sig'), 'utf8')).split('\n')[0] : '';
  await replace(
    path.join(dir, 'manifest.sig'),
    `ed25519 ${key.id} ${await sign(bytes, key)}\n${last ? `${last}\n` : ''}`,
  );
  await replace(path.join(dir, 'manifest.json'), bytes);
  await sweep(dir, refs, before?.parts ?? []);
  return { manifest, added, changed, removed };
}

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/** Parts of this version and the one before stay: somebody may be in the middle of downloading. */
async function sweep(dir: string, now: PartRef[], before: PartRef[]): Promise<void> {
  const keep = new Set([...now, ...before].map((ref) => ref.hash));
  for (const name of await readdir(path.join(dir, 'parts')))
    if (!keep.has(name)) await rm(path.join(dir, 'parts', name));
}
