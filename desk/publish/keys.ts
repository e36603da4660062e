import { createHash, webcrypto } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  keyId,
  type Rotation,
  rotationBytes,
  rotationLine,
  type TrustedKey,
  toBase64,
} from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';

export { keyId };

/** What a key is for: `publish` signs bundles and can stay offline, `receipt` answers inquiries and cannot. */
export type KeyUse = 'publish' | 'receipt';

/** A key that this one has taken over from, and the line that proves it. Public. */
export interface Handover {
  old: TrustedKey;
  rotation: Rotation;
  /** For `manifest.sig`. */
  line: string;
}

export interface KeyPair extends TrustedKey {
  private: webcrypto.CryptoKey;
  /** Oldest first; absent when this key is the first. */
  handovers?: readonly Handover[];
  /** Lies where it was made, so that what is not known of it here has not happened. */
  native?: boolean;
}

interface KeyFile {
  use: KeyUse;
  id: string;
  key: string;
  created: string;
  /** Digest of machine and folder. */
  made: string;
  jwk: webcrypto.JsonWebKey;
  handovers?: Handover[];
}

const fileOf = (dir: string, use: KeyUse) => path.join(dir, `${use}.json`);
/** Where a replaced key is laid aside; it signs nothing that readers take. */
export const retiredFile = (dir: string, id: string) => path.join(dir, `publish.retired-${id}.json`);

/**
 * Makes an Ed25519 pair (RFC 8032). The private half is readable by its owner only and never overwrites another.
 * @throws Expected when the file exists
 */
export async function newKey(dir: string, use: KeyUse): Promise<TrustedKey> {
  const { content } = await makePair(dir, use);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(fileOf(dir, use), JSON.stringify(content, null, 2), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new Expected({
      ko: `${fileOf(dir, use)}에 이미 키가 있습니다. 그대로 쓰거나, 옮겨 둔 뒤 다시 만드십시오.`,
      en: `${fileOf(dir, use)} already holds a key. Use it, or move it away first.`,
    });
  }
  const { id, key } = content;
  if (use === 'publish') await writeTrusted(dir, [{ id, key }]);
  return { id, key };
}

/** Of this machine and this folder. */
const placeOf = (dir: string): string =>
  createHash('sha256')
    .update(`${os.hostname()}\n${path.resolve(dir)}`)
    .digest('hex')
    .slice(0, 16);

async function makePair(
  dir: string,
  use: KeyUse,
): Promise<{ content: KeyFile; private: webcrypto.CryptoKey }> {
  const pair = (await webcrypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const key = toBase64(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)));
  const id = await keyId(key);
  const jwk = await webcrypto.subtle.exportKey('jwk', pair.privateKey);
  return {
    content: { use, id, key, created: new Date().toISOString(), made: placeOf(dir), jwk },
    private: pair.privateKey,
  };
}

/**
 * Puts a new publishing key in the place of the old one (clause 4): both sign the handover, which travels inside the
 * new key's file, so that it is there wherever the key is. Stopped anywhere, the old key is in place or the new one.
 */
export async function rotateKey(
  dir: string,
): Promise<{ from: TrustedKey; to: TrustedKey; laidAside: string }> {
  if (process.env.GILJABI_PUBLISH_KEY)
    throw new Expected({
      ko: 'GILJABI_PUBLISH_KEY로 받은 키는 바꿀 수 없습니다. 키 파일이 있는 컴퓨터에서 바꾸십시오.',
      en: 'A key from GILJABI_PUBLISH_KEY cannot be rotated. Do it where its file is.',
    });
  const old = await loadKey(dir, 'publish');
  const { content, private: made } = await makePair(dir, 'publish');
  const rotation: Rotation = { from: old.id, to: content.id, key: content.key };
  const bytes = rotationBytes(rotation);
  const byNew = await sign(bytes, { private: made });
  const line = rotationLine(rotation, await sign(bytes, old), byNew);
  content.handovers = [...(old.handovers ?? []), { old: { id: old.id, key: old.key }, rotation, line }];

  const temporary = path.join(dir, `publish.${process.pid}.new`);
  await writeFile(temporary, JSON.stringify(content, null, 2), { mode: 0o600 });
  const laidAside = retiredFile(dir, old.id);
  await copyFile(fileOf(dir, 'publish'), laidAside);
  await chmod(laidAside, 0o600);
  await rename(temporary, fileOf(dir, 'publish'));
  await writeTrusted(dir, [{ id: content.id, key: content.key }]);
  return { from: old, to: { id: content.id, key: content.key }, laidAside };
}

/** The public keys that extension and widget are built with. */
async function writeTrusted(dir: string, keys: TrustedKey[]): Promise<void> {
  await writeFile(path.join(dir, 'trusted.json'), `${JSON.stringify(keys, null, 2)}\n`);
}

/** From its file, or for CI from the environment: `GILJABI_PUBLISH_KEY` holds the file's content. */
export async function loadKey(dir: string, use: KeyUse): Promise<KeyPair> {
  const variable = `GILJABI_${use.toUpperCase()}_KEY`;
  // An empty variable is a secret that was never set.
  const given = process.env[variable];
  const text =
    given ||
    (await readFile(fileOf(dir, use), 'utf8').catch(() => {
      throw new Expected({
        ko: `${fileOf(dir, use)} 키가 없습니다. 먼저 \`npm run -s giljabi -- keys new\`를 실행하십시오.`,
        en: `There is no key at ${fileOf(dir, use)}. Run \`npm run -s giljabi -- keys new\` first.`,
      });
    }));
  // A copy or an unpacked backup may have opened it to others.
  if (!given) await chmod(fileOf(dir, use), 0o600).catch(() => undefined);
  try {
    const file = JSON.parse(text) as KeyFile;
    const privateKey = await webcrypto.subtle.importKey('jwk', file.jwk, 'Ed25519', false, ['sign']);
    if (file.use !== use || file.id !== (await keyId(file.key))) throw new Error('not that key');
    // A signature by the wrong half would be noticed only by the readers.
    const raw = Buffer.from(file.jwk.x ?? '', 'base64url').toString('base64');
    if (raw !== file.key) throw new Error('halves of two keys');
    const { id, key, handovers } = file;
    const native = !given && file.made === placeOf(dir);
    return { id, key, private: privateKey, native, ...(handovers && { handovers }) };
  } catch {
    const where = given ? variable : fileOf(dir, use);
    throw new Expected({
      ko: `${where}의 키를 읽을 수 없습니다.`,
      en: `The key in ${where} cannot be read.`,
    });
  }
}

/** Keys whose bundles the owner of `key` has published: its own, and those it took over from. */
export const keysUpTo = (key: KeyPair): TrustedKey[] => [key, ...(key.handovers ?? []).map(({ old }) => old)];

export async function sign(bytes: Uint8Array, key: Pick<KeyPair, 'private'>): Promise<string> {
  return toBase64(
    new Uint8Array(await webcrypto.subtle.sign('Ed25519', key.private, bytes as Uint8Array<ArrayBuffer>)),
  );
}

/** @returns ids of the keys that were made now */
export async function ensureKeys(dir: string): Promise<KeyUse[]> {
  const made: KeyUse[] = [];
  for (const use of ['publish', 'receipt'] as const) {
    const exists = await readFile(fileOf(dir, use)).then(
      () => true,
      () => false,
    );
    if (exists) continue;
    await newKey(dir, use);
    made.push(use);
  }
  return made;
}
