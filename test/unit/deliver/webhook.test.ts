import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isPublic } from '../../../desk/deliver/adapters/guard.ts';
import { type DeskConfig, enqueue, listDeliveries, retryDelivery } from '../../../desk/deliver/index.ts';
import { runDesk } from './desk.ts';
import { type Asked, startHttp, type Told } from './http-server.ts';
import { addInquiry, openTestStore, replyBook, sampleFile, until } from './store.ts';

const SECRET = `whsec_${Buffer.from('0123456789abcdef0123456789abcdef').toString('base64')}`;
let opened: Awaited<ReturnType<typeof openTestStore>>;
let receiver: Awaited<ReturnType<typeof startHttp>>;
const book = replyBook();
beforeAll(async () => {
  opened = await openTestStore();
}, 60_000);
afterEach(() => receiver.stop());
afterAll(() => opened?.close());

const config = (over: object = {}): Partial<DeskConfig> => ({
  url: 'https://desk.example/',
  deliver: [
    {
      type: 'webhook',
      name: 'hook',
      url: `${receiver.url}/in`,
      secretEnv: 'HOOK',
      allowPrivate: true,
      files: 'none',
      replies: 'event',
      ...over,
    },
  ],
});
const env = { HOOK: SECRET };
interface Event {
  type: string;
  timestamp: string;
  data: Record<string, unknown> & { files: { name: string; url?: string }[] };
}
/** Verified by the library that receivers use. */
const verify = ({ headers, body }: Asked) =>
  new Webhook(SECRET).verify(body, headers as Record<string, string>) as Event;

it('is signed so that the standard verifier takes it, under one id for all attempts', async () => {
  const answers: Told[] = [
    { status: 500 },
    { status: 302, headers: { Location: '/else' } },
    { status: 204 },
    { status: 200 },
  ];
  receiver = await startHttp(() => answers.shift()!);
  const inquiry = await addInquiry(opened.store, {}, [sampleFile()]);
  const desk = runDesk(opened.store, config(), { env, book });
  await desk.settled(inquiry.id);
  const reply = book.add({ inquiry: inquiry.id, author: '김지원', by: 'support', text: '답' });
  await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
  await desk.settled(inquiry.id);
  await desk.stop();
  const events = receiver.asked.map(verify);
  expect(events.map(({ type }) => type)).toEqual([
    ...Array.from({ length: 3 }, () => 'inquiry.created'),
    'inquiry.replied',
  ]);
  const ids = receiver.asked.map(({ headers }) => headers['webhook-id']);
  expect(new Set(ids.slice(0, 3)).size).toBe(1);
  expect(ids[3]).not.toBe(ids[0]);
  expect(receiver.asked.every(({ path }) => path === '/in')).toBe(true);
  expect(events[0]!.data).toMatchObject({ id: inquiry.id, email: inquiry.email, detail: inquiry.detail });
  expect(events[0]!.data.files[0]).toEqual(inquiry.files[0]);
  const forged = {
    ...receiver.asked[0]!,
    body: Buffer.from(receiver.asked[0]!.body.toString().replace('kim', 'kin')),
  };
  expect(() => verify(forged)).toThrow();
});

it('stays below 20 KB, and says that it was cut', async () => {
  receiver = await startHttp(() => ({ status: 200 }));
  const inquiry = await addInquiry(opened.store, { detail: '"가😀\n'.repeat(3900) });
  const desk = runDesk(opened.store, config(), { env });
  await desk.settled(inquiry.id);
  await desk.stop();
  expect(receiver.asked[0]!.body.length).toBeLessThanOrEqual(20_000);
  expect(receiver.asked[0]!.body.length).toBeGreaterThan(19_000);
  const { data } = verify(receiver.asked[0]!);
  expect(data.truncated).toBe(true);
  expect(inquiry.detail.startsWith(String(data.detail).slice(0, -1))).toBe(true);
});

it('waits as long as it is asked to', async () => {
  const answers: Told[] = [{ status: 429, headers: { 'Retry-After': '1' } }, { status: 200 }];
  receiver = await startHttp(() => answers.shift()!);
  const waits: number[] = [];
  const inquiry = await addInquiry(opened.store);
  const desk = runDesk(opened.store, config(), { env, waits });
  await desk.settled(inquiry.id);
  await desk.stop();
  expect(waits).toEqual([1000]);
});

it('asks nobody again who said 410, until support says so', async () => {
  let gone = true;
  receiver = await startHttp(() => ({ status: gone ? 410 : 200 }));
  const first = await addInquiry(opened.store);
  const desk = runDesk(opened.store, config(), { env });
  const [dead] = await desk.settled(first.id);
  const second = await addInquiry(opened.store);
  const [also] = await desk.settled(second.id);
  expect([dead!.code, also!.code]).toEqual(['gone', 'gone']);
  expect(receiver.asked).toHaveLength(1);
  gone = false;
  for (const { id } of [dead!, also!]) {
    await retryDelivery(opened.store.database, id);
    desk.wake();
    await until(async () => (await listDeliveries(opened.store.database)).every((row) => row.id !== id));
  }
  await desk.stop();
  expect(receiver.asked).toHaveLength(3);
});

describe('attachments by link', () => {
  it('are the bytes, as a download; a changed link is nothing', async () => {
    receiver = await startHttp(() => ({ status: 200 }));
    const file = sampleFile('한글 (1).html');
    const inquiry = await addInquiry(opened.store, {}, [file]);
    const desk = runDesk(opened.store, config({ files: 'link' }), { env });
    await desk.settled(inquiry.id);
    const link = verify(receiver.asked[0]!).data.files[0]!.url!;
    expect(link).toMatch(/^https:\/\/desk\.example\/api\/files\//);
    const answer = await desk.app.request(link);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    expect(answer.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Content-Disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('한글 ')}%281%29.html`,
    );
    for (const changed of [
      link.replace('/0?', '/1?'),
      link.replace(/until=(\d)/, 'until=9$1'),
      link.replace(/signature=.{4}/, 'signature=AAAA'),
      link.replace(/&signature=.*/, ''),
    ])
      expect((await desk.app.request(changed)).status).toBe(404);
    await desk.stop();
  });
});

describe("the desk's own network", () => {
  it.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://[::1]',
    'http://0.0.0.0',
    'http://[::ffff:127.0.0.1]',
    'http://2130706433',
  ])('is not reached by way of %s', async (host) => {
    receiver = await startHttp(() => ({ status: 200 }));
    const url = `${host}:${new URL(receiver.url).port}/in`;
    const inquiry = await addInquiry(opened.store);
    const desk = runDesk(opened.store, config({ allowPrivate: false, url }), { env });
    const [row] = await desk.settled(inquiry.id);
    await desk.stop();
    expect([row!.state, row!.code, row!.attempts]).toEqual(['dead', 'private', 1]);
    expect(receiver.asked).toEqual([]);
  });

  it.each([
    ['93.184.215.14', true],
    ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['::', false],
    ['fd00::1', false],
    ['fe80::1', false],
    ['::ffff:10.0.0.1', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['not an address', false],
  ])('%s is public: %s', (address, expected) => expect(isPublic(address)).toBe(expected));
});
