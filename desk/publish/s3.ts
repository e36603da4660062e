import os from 'node:os';
import { AwsClient } from 'aws4fetch';
import { MAX_MANIFEST, readBody, sha256 } from '../../shared/bundle/index.ts';
import { Expected } from '../say.ts';
import type { BundleStore } from './store.ts';

/** As large as a part may be (`shared/bundle/schema.ts`). */
const MOST = 256 * 1024 * 1024;
/** See lock.ts. */
const STALE_MINUTES = 60;

interface Bucket {
  /** Address of the bundle's folder, ends in `/`. */
  base: URL;
  /** Address for questions about the bucket itself. */
  root: URL;
  prefix: string;
  client: AwsClient;
}

/**
 * A bucket of any S3-compatible store: `s3://bucket/folder`. Where it is and who may write comes from the environment, by
 * the names that other tools use: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, and
 * AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL for stores that are not Amazon's.
 * @throws Expected when something of that is missing
 */
export function s3Store(address: string, env: NodeJS.ProcessEnv = process.env): BundleStore {
  const bucket = bucketOf(address, env);
  const name = address.replace(/\/$/, '');
  const ask = (url: URL, init: RequestInit = {}) => request(bucket, name, url, init);
  const at = (file: string) => new URL(file.split('/').map(encodeURIComponent).join('/'), bucket.base);
  const put = async (file: string, bytes: Uint8Array, headers: Record<string, string> = {}) => {
    const immutable = file.startsWith('parts/');
    const answer = await ask(at(file), {
      method: 'PUT',
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: {
        'Content-Type': file.endsWith('.json') ? 'application/json' : 'application/octet-stream',
        'Cache-Control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        'X-Amz-Content-Sha256': await sha256(bytes),
        ...headers,
      },
    });
    if (answer.ok || answer.status === 412) return answer.status;
    throw await refusal(name, answer);
  };
  const read = async (file: string): Promise<Uint8Array | null> => {
    const answer = await ask(at(file));
    if (answer.ok)
      return readBody(answer, file.startsWith('parts/') ? MOST : MAX_MANIFEST, 'too-large', file);
    if (answer.status === 404) return null;
    throw await refusal(name, answer);
  };
  const remove = async (file: string) => {
    const answer = await ask(at(file), { method: 'DELETE' });
    if (!answer.ok && answer.status !== 404) throw await refusal(name, answer);
  };
  let listed: Promise<Map<string, number>> | null = null;
  const sizes = () => {
    listed ??= listParts(bucket, name);
    return listed;
  };
  return {
    name,
    // A part takes one journey there and back: many at once, or a first publish takes hours.
    abreast: 12,
    read,
    write: async (file, bytes) => void (await put(file, bytes)),
    /** A store that answers for its objects need not send each of them back to be looked at. */
    has: async ({ hash, size }) => (await sizes()).get(hash) === size,
    putPart: async (ref, bytes) => void (await put(`parts/${ref.hash}`, await bytes())),
    async sweep(keep) {
      for (const hash of (await sizes()).keys()) if (!keep.has(hash)) await remove(`parts/${hash}`);
    },
    lock: () => lockBucket(name, put, read, remove),
  };
}

function bucketOf(address: string, env: NodeJS.ProcessEnv): Bucket {
  const [, bucket, folder = ''] = /^s3:\/\/([a-z0-9.-]+)(?:\/(.*))?$/.exec(address) ?? [];
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!bucket)
    throw new Expected({
      ko: `${address}: s3://버킷/폴더 모양으로 적으십시오.`,
      en: `${address}: write it as s3://bucket/folder.`,
    });
  if (!accessKeyId || !secretAccessKey)
    throw new Expected({
      ko: 'AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY 환경 변수가 필요합니다.',
      en: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must be set.',
    });
  const region = env.AWS_REGION || env.AWS_DEFAULT_REGION || 'us-east-1';
  const endpoint = env.AWS_ENDPOINT_URL_S3 || env.AWS_ENDPOINT_URL || `https://s3.${region}.amazonaws.com`;
  const root = URL.parse(`${endpoint.replace(/\/$/, '')}/${bucket}/`);
  if (!root || !/^https?:$/.test(root.protocol))
    throw new Expected({
      ko: `AWS_ENDPOINT_URL_S3=${endpoint}: http(s) 주소가 아닙니다.`,
      en: `AWS_ENDPOINT_URL_S3=${endpoint} is not an http(s) address.`,
    });
  const prefix = folder && !folder.endsWith('/') ? `${folder}/` : folder;
  const client = new AwsClient({
    ...{ accessKeyId, secretAccessKey, region, service: 's3', retries: 4 },
    ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
  });
  return { root, base: new URL(prefix, root), prefix, client };
}

async function request({ client }: Bucket, name: string, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await client.fetch(url.href, { ...init, signal: AbortSignal.timeout(120_000) });
  } catch (cause) {
    const reason =
      cause instanceof Error ? ((cause.cause as Error | undefined)?.message ?? cause.message) : String(cause);
    throw new Expected({
      ko: `${name}: ${url.host}에 연결하지 못했습니다 (${reason}).`,
      en: `${name}: ${url.host} cannot be reached (${reason}).`,
    });
  }
}

async function refusal(name: string, answer: Response): Promise<Expected> {
  const text = await answer.text().catch(() => '');
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(text)?.[1] ?? answer.statusText;
  return new Expected({
    ko: `${name}: 저장소가 거절했습니다 (${answer.status} ${code}). 버킷 이름, 지역, 열쇠와 권한을 확인하십시오.`,
    en: `${name}: the store refused (${answer.status} ${code}). Check bucket, region, credentials and rights.`,
  });
}

/** Names (hashes) and sizes of all objects below `parts/`. */
async function listParts(bucket: Bucket, name: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let token = ''; ; ) {
    const url = new URL(bucket.root);
    url.searchParams.set('list-type', '2');
    url.searchParams.set('prefix', `${bucket.prefix}parts/`);
    if (token) url.searchParams.set('continuation-token', token);
    const answer = await request(bucket, name, url, {});
    if (!answer.ok) throw await refusal(name, answer);
    const text = await answer.text();
    for (const [, object = ''] of text.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
      const hash = /<Key>[^<]*\/?parts\/([0-9a-f]{64})<\/Key>/.exec(object)?.[1];
      const size = /<Size>(\d+)<\/Size>/.exec(object)?.[1];
      if (hash && size) found.set(hash, Number(size));
    }
    token = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(text)?.[1] ?? '';
    token = token
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    if (!token || !/<IsTruncated>true</.test(text)) return found;
  }
}

/** An object that is written only where there is none; read back, for stores that do not know the condition. */
async function lockBucket(
  name: string,
  put: (file: string, bytes: Uint8Array, headers: Record<string, string>) => Promise<number>,
  read: (file: string) => Promise<Uint8Array | null>,
  remove: (file: string) => Promise<void>,
): Promise<() => Promise<void>> {
  const LOCK = 'publish.lock';
  const mine = JSON.stringify({ host: os.hostname(), at: new Date().toISOString(), id: crypto.randomUUID() });
  const holder = async () => new TextDecoder().decode((await read(LOCK)) ?? undefined);
  for (let attempt = 0; attempt < 2; attempt++) {
    await put(LOCK, new TextEncoder().encode(mine), { 'If-None-Match': '*' });
    const now = await holder();
    if (now === mine) return () => remove(LOCK);
    const since = Date.parse(/"at":"([^"]+)"/.exec(now)?.[1] ?? '');
    if (Date.now() - since < STALE_MINUTES * 60_000) break;
    await remove(LOCK);
  }
  throw new Expected({
    ko: `다른 발행이 진행 중입니다 (${name}/${LOCK}). 끝난 뒤 다시 하십시오. 확실히 아무도 발행하고 있지 않으면 이 파일을 지우십시오.`,
    en: `Somebody else is publishing (${name}/${LOCK}). Wait until that is done; if it surely is not so, delete that object.`,
  });
}
