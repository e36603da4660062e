import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CHALLENGE_PATH,
  FILES_PATH,
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  type Inquiry,
  LENGTH_HEADER,
  OFFSET_HEADER,
  sha256Hex,
} from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../inquiry/samples.ts';
import { post, secondDesk, startDesk } from './desk.ts';

interface Documented {
  content?: Record<string, { schema: { $ref: string } }>;
  headers?: Record<string, unknown>;
}
interface Description {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, Documented> }>>;
  components: { schemas: Record<string, object> };
}

let desk: Awaited<ReturnType<typeof startDesk>>;
let strict: Awaited<ReturnType<typeof secondDesk>>;
let full: Awaited<ReturnType<typeof secondDesk>>;
let proving: Awaited<ReturnType<typeof secondDesk>>;
let broken: Awaited<ReturnType<typeof secondDesk>>;
let api: Description;
beforeAll(async () => {
  desk = await startDesk();
  strict = await secondDesk(desk, { rate: 0 });
  full = await secondDesk(desk, { pendingBytes: 0 });
  proving = await secondDesk(desk, { proof: { cost: 1, tries: 1, life: 1000 } });
  // A database that does not answer: the only thing here that is no real one.
  const gone = () => Promise.reject(new Error('connection terminated'));
  const uploads = { state: gone, begin: gone, append: gone, finish: gone };
  broken = await secondDesk(desk, {
    store: { ...desk.store, known: gone, keepConsent: gone, ping: gone, secret: gone, uploads },
    proof: false,
  });
  api = (await (await fetch(`${desk.url}/api/openapi.json`)).json()) as Description;
}, 60_000);
afterAll(async () => {
  for (const other of [strict, full, proving, broken]) await other?.stop();
  await desk.stop();
}, 60_000);

const ZERO = '0'.repeat(64);
const origin = { Origin: 'https://elsewhere.example' };
function put(
  url: string,
  more: Record<string, string> = {},
  bytes: Uint8Array<ArrayBuffer> | string = 'a',
  hash = ZERO,
) {
  const headers = {
    ...{ [IDEMPOTENCY_HEADER]: crypto.randomUUID(), [OFFSET_HEADER]: '0', [LENGTH_HEADER]: '1' },
    ...more,
  };
  return fetch(`${url}${FILES_PATH}/${hash}`, { method: 'PUT', headers, body: bytes });
}
const state = (url: string, id: string, hash = ZERO) =>
  fetch(`${url}${FILES_PATH}/${hash}`, { headers: { [IDEMPOTENCY_HEADER]: id } });
const challenge = (url: string, headers = {}, query = `?inquiry=${crypto.randomUUID()}`) =>
  fetch(url + CHALLENGE_PATH + query, { headers });
const png = (bytes: number, name = 'a.png') => new File([new Uint8Array(bytes)], name);
const send = async (url: string, over: Partial<Inquiry> = {}, files: File[] = [], headers = {}) =>
  post(url, await sampleInquiry(over, files), files, headers);

/** How each documented answer comes about. */
const CASES: Record<string, () => Promise<Response>> = {
  [`post ${INTAKE_PATH} 201`]: () => send(desk.url),
  [`post ${INTAKE_PATH} 200`]: async () => {
    const inquiry = await sampleInquiry();
    await post(desk.url, inquiry);
    return post(desk.url, inquiry);
  },
  [`post ${INTAKE_PATH} 400`]: () => send(desk.url, {}, [], { [IDEMPOTENCY_HEADER]: null }),
  [`post ${INTAKE_PATH} 403`]: () => send(proving.url),
  [`post ${INTAKE_PATH} 409`]: async () => {
    const inquiry = await sampleInquiry({}, [png(5)]);
    return fetch(desk.url + INTAKE_PATH, {
      method: 'POST',
      headers: { [IDEMPOTENCY_HEADER]: inquiry.id, 'Content-Type': 'application/json' },
      body: JSON.stringify({ inquiry }),
    });
  },
  [`post ${INTAKE_PATH} 413`]: () => send(desk.url, {}, [png(100_001)]),
  [`post ${INTAKE_PATH} 415`]: () => send(desk.url, {}, [png(1, 'a.exe')]),
  [`post ${INTAKE_PATH} 422`]: () => send(desk.url, { email: 'kim' }),
  [`post ${INTAKE_PATH} 429`]: () => send(strict.url),
  [`post ${INTAKE_PATH} 503`]: () => send(broken.url),
  'get file 200': async () => {
    const id = crypto.randomUUID();
    const hash = await sha256Hex('ab');
    await put(desk.url, { [IDEMPOTENCY_HEADER]: id, [LENGTH_HEADER]: '2' }, 'a', hash);
    return state(desk.url, id, hash);
  },
  'get file 400': () => state(desk.url, ''),
  'get file 403': () =>
    fetch(`${desk.url}${FILES_PATH}/${ZERO}`, {
      headers: { [IDEMPOTENCY_HEADER]: crypto.randomUUID(), ...origin },
    }),
  'get file 404': () => state(desk.url, crypto.randomUUID()),
  'get file 429': () => state(strict.url, crypto.randomUUID()),
  'get file 503': () => state(broken.url, crypto.randomUUID()),
  'put file 200': async () => put(desk.url, {}, 'a', await sha256Hex('a')),
  'put file 400': () => put(desk.url, { [OFFSET_HEADER]: 'x' }),
  'put file 403': () => put(desk.url, origin),
  'put file 409': () => put(desk.url, { [OFFSET_HEADER]: '5', [LENGTH_HEADER]: '9' }),
  'put file 413': () => put(desk.url, { [LENGTH_HEADER]: '999999999' }),
  'put file 422': () => put(desk.url),
  'put file 429': () => put(strict.url),
  'put file 503': () => put(full.url),
  [`get ${CHALLENGE_PATH} 200`]: () => challenge(proving.url),
  [`get ${CHALLENGE_PATH} 400`]: () => challenge(desk.url, {}, ''),
  [`get ${CHALLENGE_PATH} 403`]: () => challenge(desk.url, origin),
  [`get ${CHALLENGE_PATH} 429`]: () => challenge(strict.url),
  [`get ${CHALLENGE_PATH} 503`]: async () => {
    const unready = await secondDesk(desk, {
      store: { ...desk.store, secret: () => Promise.reject(new Error('connection terminated')) },
      proof: true,
    });
    const answer = await challenge(unready.url);
    const copy = new Response(await answer.text(), answer);
    await unready.stop();
    return copy;
  },
  'get /api/health 200': () => fetch(`${desk.url}/api/health`),
  'get /api/health 503': () => fetch(`${broken.url}/api/health`),
};

it('is served as 3.1 and describes every answer that there is', () => {
  expect(api.openapi).toBe('3.1.0');
  const described = Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) =>
      Object.keys(responses).map(
        (status) => `${method} ${path.startsWith(FILES_PATH) ? 'file' : path} ${status}`,
      ),
    ),
  );
  expect(described.sort()).toEqual(Object.keys(CASES).sort());
});

it.each(Object.keys(CASES))('%s is as described', async (name) => {
  const [method, where, status] = name.split(' ') as [string, string, string];
  const path = where === 'file' ? `${FILES_PATH}/{hash}` : where;
  const documented = api.paths[path]![method]!.responses[status]!;
  const answer = await CASES[name]!();
  expect(String(answer.status)).toBe(status);
  const body: unknown = await answer.json();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: 'api', components: api.components });
  const { $ref } = documented.content!['application/json']!.schema;
  const valid = ajv.validate({ $ref: `api${$ref}` }, body);
  expect(ajv.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  for (const header of Object.keys(documented.headers ?? {}))
    expect(answer.headers.get(header)).toMatch(/^\d+$/);
  expect(answer.headers.get('Set-Cookie')).toBeNull();
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
});

it('requires of an inquiry what the desk requires', () => {
  const { Inquiry: schema } = api.components.schemas;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const check = ajv.compile(schema!);
  return sampleInquiry({}, [png(3)]).then((inquiry) => {
    expect(check(inquiry)).toBe(true);
    expect(check({ ...inquiry, html: '' })).toBe(false);
    expect(check({ ...inquiry, summary: 'a'.repeat(201) })).toBe(false);
    const { consent: _, ...without } = inquiry;
    expect(check(without)).toBe(false);
  });
});
