import { fromBase64, sha256 } from './bytes.ts';
import type { TrustedKey } from './manifest.ts';

/** One key handed over to the next: `from` is retired, `to` takes its place. Clause numbers: docs/bundle.md. */
export interface Rotation {
  from: string;
  to: string;
  /** The new public key: 32 raw bytes, base64. */
  key: string;
}

/** More changes of hands than any publisher makes; the rest of a longer list is not read (clause 4.6). */
const MOST_ROTATIONS = 24;
const LINE =
  /^rotation ([0-9a-f]{16}) ([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]{86}==) ([A-Za-z0-9+/]{86}==)$/;

/** First 16 hex digits of SHA-256 over the 32 raw public bytes (clause 1.4). */
export const keyId = async (key: string): Promise<string> => (await sha256(fromBase64(key))).slice(0, 16);

/** What both keys sign (clause 4.1). No manifest begins so: one signature can never pass for the other. */
export const rotationBytes = ({ from, to, key }: Rotation): Uint8Array =>
  new TextEncoder().encode(`giljabi rotation 1\n${from}\n${to}\n${key}\n`);

/** The line of `manifest.sig` (clause 4.1). Signatures are base64: by the old key, then by the new one. */
export const rotationLine = ({ from, to, key }: Rotation, byOld: string, byNew: string): string =>
  `rotation ${from} ${to} ${key} ${byOld} ${byNew}\n`;

/** Keys that a reader trusts after rotations that it has verified before and kept (clause 4.4). */
export function applyRotations(
  keys: readonly TrustedKey[],
  rotations: readonly Rotation[],
): readonly TrustedKey[] {
  return rotations.reduce<readonly TrustedKey[]>(
    (now, { from, to, key }) =>
      now.some(({ id }) => id === from)
        ? [...now.filter(({ id }) => id !== from && id !== to), { id: to, key }]
        : now,
    keys,
  );
}

/**
 * Follows the rotation lines of `manifest.sig` from the keys that are trusted now (clauses 4.2 and 4.3). A line that
 * does not begin at a trusted key, or that either key has not signed, is as good as absent.
 * @param keys as `kept` has left them
 */
export async function followRotations(
  signatures: string,
  keys: readonly TrustedKey[],
  kept: readonly Rotation[] = [],
): Promise<{ keys: readonly TrustedKey[]; rotations: Rotation[] }> {
  const waiting = lines(signatures);
  const rotations: Rotation[] = [];
  // A key that was replaced does not come back, also not by a line that its successors have signed.
  const retired = new Set(kept.map(({ from }) => from));
  let now = keys;
  for (let again = true; again; ) {
    again = false;
    for (const { rotation, byOld, byNew } of waiting) {
      const old = now.find(({ id }) => id === rotation.from);
      if (!old || retired.has(rotation.to) || rotation.from === rotation.to) continue;
      if ((await keyId(rotation.key)) !== rotation.to) continue;
      const bytes = rotationBytes(rotation);
      if (!(await verifyBytes(bytes, byOld, old.key)) || !(await verifyBytes(bytes, byNew, rotation.key)))
        continue;
      retired.add(rotation.from);
      rotations.push(rotation);
      now = applyRotations(now, [rotation]);
      again = true;
    }
  }
  return { keys: now, rotations };
}

interface Line {
  rotation: Rotation;
  byOld: string;
  byNew: string;
}

function lines(signatures: string): Line[] {
  const found: Line[] = [];
  for (const line of signatures.split('\n')) {
    const [, from, to, key, byOld, byNew] = LINE.exec(line.trim()) ?? [];
    if (from && to && key && byOld && byNew) found.push({ rotation: { from, to, key }, byOld, byNew });
    if (found.length === MOST_ROTATIONS) break;
  }
  return found;
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
