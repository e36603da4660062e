import { webcrypto } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fromBase64, sha256, type TrustedKey, toBase64 } from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';

/** What a key is for: `publish` signs bundles and can stay offline, `receipt` answers inquiries and cannot. */
export type KeyUse = 'publish' | 'receipt';

export interface KeyPair extends TrustedKey {
  private: webcrypto.CryptoKey;
}

interface KeyFile {
  use: KeyUse;
  id: string;
  key: string;
  created: string;
  jwk: webcrypto.JsonWebKey;
}

const fileOf = (dir: string, use: KeyUse) => path.join(dir, `${use}.json`);

/** First 16 hex digits of SHA-256 over the 32 raw public bytes. */
export async function keyId(publicKey: string): Promise<string> {
  return (await sha256(fromBase64(publicKey))).slice(0, 16);
}

/**
 * Makes an Ed25519 pair (RFC 8032). The private half is readable by its owner only and never overwrites another.
 * @throws Expected when the file exists
 */
export async function newKey(dir: string, use: KeyUse): Promise<TrustedKey> {
  const pair = (await webcrypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const key = toBase64(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey)));
  const id = await keyId(key);
  const jwk = await webcrypto.subtle.exportKey('jwk', pair.privateKey);
  const content: KeyFile = { use, id, key, created: new Date().toISOString(), jwk };
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
  if (use === 'publish') await writeTrusted(dir, [{ id, key }]);
  return { id, key };
}

/** The public keys that extension and widget are built with. */
async function writeTrusted(dir: string, keys: TrustedKey[]): Promise<void> {
  await writeFile(path.join(dir, 'trusted.json'), `${JSON.stringify(keys, null, 2)}\n`);
}

/** From its file, or for CI from the environment: `GILJABI_PUBLISH_KEY` holds the file's content. */
export async function loadKey(dir: string, use: KeyUse): Promise<KeyPair> {
  const variable = `GILJABI_${use.toUpperCase()}_KEY`;
  const text =
    // An empty variable is a secret that was never set.
    process.env[variable] ||
    (await readFile(fileOf(dir, use), 'utf8').catch(() => {
      throw new Expected({
        ko: `${fileOf(dir, use)} 키가 없습니다. 먼저 \`npm run -s giljabi -- keys new\`를 실행하십시오.`,
        en: `There is no key at ${fileOf(dir, use)}. Run \`npm run -s giljabi -- keys new\` first.`,
      });
    }));
  try {
    const file = JSON.parse(text) as KeyFile;
    const privateKey = await webcrypto.subtle.importKey('jwk', file.jwk, 'Ed25519', false, ['sign']);
    if (file.use !== use || file.id !== (await keyId(file.key))) throw new Error('not that key');
    // A signature by the wrong half would be noticed only by the readers.
    const raw = Buffer.from(file.jwk.x ?? '', 'base64url').toString('base64');
    if (raw !== file.key) throw new Error('halves of two keys');
    return { id: file.id, key: file.key, private: privateKey };
  } catch {
    const where = process.env[variable] ? variable : fileOf(dir, use);
    throw new Expected({
      ko: `${where}의 키를 읽을 수 없습니다.`,
      en: `The key in ${where} cannot be read.`,
    });
  }
}

export async function sign(bytes: Uint8Array, key: KeyPair): Promise<string> {
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
