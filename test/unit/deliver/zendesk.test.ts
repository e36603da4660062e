import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkTargets, type DeskConfig, enqueue } from '../../../desk/deliver/index.ts';
import { runDesk } from './desk.ts';
import { fakeZendesk } from './fake-zendesk.ts';
import { addInquiry, openTestStore, replyBook, sampleFile } from './store.ts';

let opened: Awaited<ReturnType<typeof openTestStore>>;
const book = replyBook();
let fake: Awaited<ReturnType<typeof fakeZendesk>>;
beforeAll(async () => {
  opened = await openTestStore();
}, 60_000);
afterEach(() => fake.stop());
afterAll(() => opened?.close());

const env = { ZENDESK: 'secret' };
const config = (over: object = {}): Partial<DeskConfig> => ({
  deliver: [
    {
      type: 'zendesk',
      name: 'zen',
      url: fake.url,
      user: 'agent@acme.example',
      tokenEnv: 'ZENDESK',
      replies: 'note',
      tags: ['giljabi'],
      fields: { company: 360000060444 },
      ...over,
    },
  ],
});
async function say(inquiry: string, by: 'support' | 'asker', text = '**답**') {
  const reply = book.add({ inquiry, author: '김지원', by, text });
  await enqueue(opened.store.database, { kind: 'reply', inquiry, reply: reply.id });
  return reply;
}

it('gets a ticket with its files, in the shapes that Zendesk publishes', async () => {
  fake = await fakeZendesk();
  const files = [sampleFile('한글 1.log'), sampleFile('b.png')];
  const inquiry = await addInquiry(opened.store, {}, files);
  const desk = runDesk(opened.store, config(), { env, book });
  const rows = await desk.settled(inquiry.id);
  for (const by of ['support', 'asker'] as const) await say(inquiry.id, by);
  await desk.settled(inquiry.id);
  await desk.stop();
  expect(fake.tickets).toHaveLength(1);
  const ticket = fake.tickets[0]!;
  expect(ticket).toMatchObject({
    external_id: inquiry.id,
    requester: { email: inquiry.email },
    tags: ['giljabi'],
    custom_fields: [{ id: 360000060444, value: inquiry.company }],
    comment: { public: true, uploads: ['up1'] },
  });
  expect(ticket.subject).toMatch(/^\[\d{4}-\d{6}\] 보안 메일이/);
  const sent = fake.uploads.get('up1')!;
  expect(sent.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  for (const [index, file] of files.entries())
    expect(sent[index]!.bytes.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  expect(rows[0]!.remote).toEqual({ id: '100', url: `${fake.url}/agent/tickets/100` });
  expect(ticket.comments.map((one) => [one.public, one.author_id])).toEqual([
    [false, undefined],
    [true, 77],
  ]);
});

it('has one ticket and one comment when answers are lost, with files and without', async () => {
  fake = await fakeZendesk((count, path) =>
    path.endsWith('tickets.json') || path.includes('/tickets/') ? (count % 2 ? 'lost' : null) : null,
  );
  const desk = runDesk(opened.store, config(), { env, book });
  for (const files of [[], [sampleFile()]]) {
    const inquiry = await addInquiry(opened.store, {}, files);
    await desk.settled(inquiry.id);
    await say(inquiry.id, 'support');
    const rows = await desk.settled(inquiry.id);
    expect(rows.map(({ state }) => state)).toEqual(['done', 'done']);
    const mine = fake.tickets.filter(({ external_id }) => external_id === inquiry.id);
    expect(mine.map(({ comments }) => comments.length)).toEqual([1]);
  }
  await desk.stop();
  expect(fake.asked.some(({ method, path }) => method === 'GET' && path.endsWith('/audits.json'))).toBe(true);
});

it('waits as long as a rate limit says, also when that comes as plain text', async () => {
  fake = await fakeZendesk((count) =>
    count === 1
      ? {
          status: 429,
          headers: { 'Retry-After': '1' },
          body: 'Number of allowed API requests per minute exceeded',
        }
      : null,
  );
  const waits: number[] = [];
  const inquiry = await addInquiry(opened.store);
  const desk = runDesk(opened.store, config(), { env, waits });
  const [row] = await desk.settled(inquiry.id);
  await desk.stop();
  expect(waits).toEqual([1000]);
  expect(row).toMatchObject({ state: 'done', attempts: 2 });
  expect(fake.tickets).toHaveLength(1);
});

it('that refuses the ticket is left to support, with its words', async () => {
  fake = await fakeZendesk((_, path) =>
    path.endsWith('tickets.json')
      ? { status: 422, body: { error: 'RecordInvalid', description: 'Requester is suspended.' } }
      : null,
  );
  const inquiry = await addInquiry(opened.store);
  const desk = runDesk(opened.store, config(), { env });
  const [row] = await desk.settled(inquiry.id);
  await desk.stop();
  expect(row).toMatchObject({ state: 'dead', attempts: 1, code: 'refused' });
  expect(row!.error).toContain('Requester is suspended.');
});

it('is tried again with a wrong token, which somebody can mend; check says so at once', async () => {
  fake = await fakeZendesk();
  const inquiry = await addInquiry(opened.store);
  const desk = runDesk(opened.store, config(), { env: { ZENDESK: 'old' } });
  const [row] = await desk.settled(inquiry.id);
  await desk.stop();
  expect(row).toMatchObject({ state: 'dead', code: 'auth', attempts: 7 });
  const check = async (token: string) =>
    (await checkTargets({ lang: 'ko', deliver: [], ...config() }, { ZENDESK: token }))[0]!.error;
  expect(await check('secret')).toBeNull();
  expect(await check('old')).toMatch(/users\/me\.json: 401/);
});
