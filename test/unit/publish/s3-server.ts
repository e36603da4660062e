import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const ACCESS = {
  id: 'AKIDTEST',
  secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'ap-northeast-2',
};

export interface S3Server {
  url: string;
  /** Objects of the one bucket, by key. */
  objects: Map<string, { bytes: Buffer; headers: IncomingMessage['headers'] }>;
  /** `PUT bundle/manifest.json`, in the order in which they were answered. */
  log: string[];
  /** Answers the next requests with this status instead. */
  fail: number[];
  /** Does not know `If-None-Match`, as older stores. */
  careless: boolean;
  close(): Promise<void>;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Signature Version 4 as its documentation describes it, computed anew from what has arrived. Null when all is well.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
function fault(request: IncomingMessage, body: Buffer): string | null {
  const [, date, region, signed, signature] =
    /^AWS4-HMAC-SHA256 Credential=AKIDTEST\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  if (!date || !signed) return 'AccessDenied';
  if (region !== ACCESS.region) return 'AuthorizationHeaderMalformed';
  const time = String(request.headers['x-amz-date']);
  const at = Date.parse(time.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
  if (!(Math.abs(Date.now() - at) < 900_000) || !time.startsWith(date)) return 'RequestTimeTooSkewed';
  if (!signed.split(';').includes('host')) return 'AccessDenied';
  const payload = String(request.headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const url = new URL(request.url ?? '/', 'http://h');
  const query = [...url.searchParams]
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const path = decodeURIComponent(url.pathname).split('/').map(encode).join('/');
  const canonical = [request.method, path, query, headers.join(''), signed, payload].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  let key: Buffer | string = `AWS4${ACCESS.secret}`;
  for (const part of [date, region, 's3', 'aws4_request']) key = hmac(key, part);
  return hmac(key, toSign).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

/** A store with one bucket, `help`, as an S3-compatible one answers. Lists three objects a page. */
export async function startS3(): Promise<S3Server> {
  const s3: S3Server = {
    url: '',
    objects: new Map(),
    log: [],
    fail: [],
    careless: false,
    close: async () => {},
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const answer = (status: number, code = '', text = '') =>
      response.writeHead(status).end(code ? `<Error><Code>${code}</Code></Error>` : text);
    const failing = s3.fail.shift();
    if (failing) return answer(failing, 'SlowDown');
    const wrong = fault(request, body);
    if (wrong) return answer(403, wrong);
    const url = new URL(request.url ?? '/', 'http://h');
    const key = /^\/help\/(.*)$/.exec(decodeURIComponent(url.pathname))?.[1];
    if (key === undefined) return answer(404, 'NoSuchBucket');
    if (key === '') return answer(200, '', list(s3, url.searchParams));
    s3.log.push(`${request.method} ${key}`);
    const known = s3.objects.get(key);
    switch (request.method) {
      case 'PUT':
        if (known && !s3.careless && request.headers['if-none-match'] === '*')
          return answer(412, 'PreconditionFailed');
        s3.objects.set(key, { bytes: body, headers: request.headers });
        return answer(200);
      case 'DELETE':
        s3.objects.delete(key);
        return answer(204);
      default:
        if (!known) return answer(404, 'NoSuchKey');
        return response.writeHead(200).end(known.bytes);
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  s3.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  s3.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return s3;
}

function list({ objects }: S3Server, query: URLSearchParams): string {
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const after = query.get('continuation-token');
  const rest = after ? keys.filter((key) => key > atob(after)) : keys;
  const page = rest.slice(0, 3);
  const more = rest.length > page.length;
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><Size>${objects.get(key)!.bytes.length}</Size></Contents>`,
  );
  const token = more ? `<NextContinuationToken>${btoa(page.at(-1)!)}</NextContinuationToken>` : '';
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('')}${token}</ListBucketResult>`;
}
