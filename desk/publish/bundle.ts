import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Manifest,
  type PartRef,
  sha256,
  verifyManifest,
  verifyPart,
} from '../../shared/bundle/index.ts';
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
 * one. The signature file keeps a line for the manifest that is still there, so that it fits whichever is read.
 * Publishing the same content again changes no byte until half of its time to expiry has passed; parts that were
 * lost or damaged are mended.
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
  await mkdir(path.join(dir, 'parts'), { recursive: true });
  for (const [name, bytes] of parts) {
    const ref = { name, hash: await sha256(bytes), size: bytes.byteLength };
    refs.push(ref);
    await writePart(path.join(dir, 'parts', ref.hash), ref, bytes);
  }
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
    version: (before?.version ?? (await claimedVersion(dir, key))) + 1,
    published: now.toISOString(),
    expires: new Date(now.getTime() + days * 86_400_000).toISOString(),
    parts: refs,
  };
  const bytes = jsonBytes(manifest);
  const lines = [await signatureLine(bytes, key)];
  // Not the file's own first line: after a publish that was stopped half-way that one fits no manifest at all.
  if (before) lines.push(await signatureLine(await readFile(path.join(dir, 'manifest.json')), key));
  await replace(path.join(dir, 'manifest.sig'), lines.join(''));
  await replace(path.join(dir, 'manifest.json'), bytes);
  await sweep(dir, refs, before?.parts ?? []);
  return { manifest, added, changed, removed };
}

const signatureLine = async (bytes: Uint8Array, key: KeyPair): Promise<string> =>
  `ed25519 ${key.id} ${await sign(bytes, key)}\n`;

/**
 * The version that an unverifiable manifest in the name of our key claims, or 0: its content is not used, but
 * readers may have accepted that version and would refuse to go back.
 */
async function claimedVersion(dir: string, key: KeyPair): Promise<number> {
  try {
    const claimed = JSON.parse(await readFile(path.join(dir, 'manifest.json'), 'utf8'));
    return claimed.key === key.id && Number.isSafeInteger(claimed.version) ? claimed.version : 0;
  } catch {
    return 0;
  }
}

/** Leaves a good file alone: published parts never change. */
async function writePart(file: string, ref: PartRef, content: Uint8Array): Promise<void> {
  try {
    await verifyPart(ref, await readFile(file));
  } catch {
    await replace(file, content);
  }
}

async function replace(file: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${file}.${process.pid}.new`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/**
 * Parts of this version and the one before stay: somebody may be in the middle of downloading. What a publish
 * that was stopped left unfinished goes too.
 */
async function sweep(dir: string, now: PartRef[], before: PartRef[]): Promise<void> {
  const keep = new Set([...now, ...before].map((ref) => ref.hash));
  for (const name of await readdir(path.join(dir, 'parts')))
    if (!keep.has(name)) await rm(path.join(dir, 'parts', name), { force: true });
  for (const name of await readdir(dir))
    if (/^manifest\.(json|sig)\.\d+\.new$/.test(name)) await rm(path.join(dir, name), { force: true });
}
