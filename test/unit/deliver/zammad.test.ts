import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkTargets, type DeskConfig, enqueue } from '../../../desk/deliver/index.ts';
import { runDesk } from './desk.ts';
import { startHttp, type Told } from './http-server.ts';
import { addInquiry, openTestStore, replyBook, sampleFile } from './store.ts';

interface Ticket {
  id: number;
  number: string;
  title: string;
  group: string;
  customer_id: string;
  giljabi_id?: string;
  article: {
    body: string;
    content_type: string;
    sender: string;
    internal: boolean;
    attachments: { filename: string; data: string; 'mime-type': string }[];
  };
}
interface Article {
  ticket_id: number;
  message_id: string;
  type: string;
  sender: string;
  internal: boolean;
  to?: string;
}

/** Zammad's published shapes: `Token token=…`, tickets with their first article, articles of a ticket, search. */
async function fakeZammad(lost: (count: number) => boolean = () => false) {
  const tickets: Ticket[] = [];
  const articles: Article[] = [];
  let writes = 0;
  const server = await startHttp(({ method, path, query, headers, json }): Told => {
    if (headers.authorization !== 'Token token=secret')
      return { status: 401, body: { error: 'Invalid token!' } };
    if (method === 'GET' && path === '/api/v1/users/me') return { status: 200, body: { id: 3 } };
    if (method === 'GET' && path === '/api/v1/groups')
      return { status: 200, body: [{ id: 1, name: 'Users' }] };
    if (method === 'GET' && path === '/api/v1/tickets/search') {
      const words = query.get('query')!.replaceAll('"', '');
      return { status: 200, body: tickets.filter(({ title }) => title.includes(words)) };
    }
    const [, of] = /^\/api\/v1\/ticket_articles\/by_ticket\/(\d+)$/.exec(path) ?? [];
    if (method === 'GET' && of)
      return { status: 200, body: articles.filter(({ ticket_id }) => ticket_id === Number(of)) };
    writes += 1;
    if (method === 'POST' && path === '/api/v1/tickets') {
      const made = json as Ticket;
      if (made.group !== 'Users')
        return { status: 422, body: { error: "No lookup value found for 'group'" } };
      if (
        !made.title ||
        !/^guess:[^@]+@/.test(made.customer_id) ||
        made.article?.content_type !== 'text/html'
      )
        return { status: 422, body: { error: 'missing' } };
      const id = tickets.length + 1;
      tickets.push({ ...made, id, number: `5300${id}` });
      return { status: 201, body: { id, number: `5300${id}`, title: made.title }, lost: lost(writes) };
    }
    if (method === 'POST' && path === '/api/v1/ticket_articles') {
      articles.push(json as Article);
      return { status: 201, body: { id: articles.length }, lost: lost(writes) };
    }
    return { status: 404, body: { error: 'No route' } };
  });
  return { ...server, tickets, articles };
}

let opened: Awaited<ReturnType<typeof openTestStore>>;
let fake: Awaited<ReturnType<typeof fakeZammad>>;
const book = replyBook();
beforeAll(async () => {
  opened = await openTestStore();
}, 60_000);
afterEach(() => fake.stop());
afterAll(() => opened?.close());

const env = { ZAMMAD: 'secret' };
const config = (over: object = {}): Partial<DeskConfig> => ({
  deliver: [
    {
      type: 'zammad',
      name: 'zam',
      url: fake.url,
      tokenEnv: 'ZAMMAD',
      group: 'Users',
      replies: 'note',
      hook: 'Ticket#',
      field: 'giljabi_id',
      ...over,
    },
  ],
});

it('gets a ticket of the customer with its files, and the replies as notes and as theirs', async () => {
  fake = await fakeZammad();
  const file = sampleFile();
  const inquiry = await addInquiry(opened.store, {}, [file]);
  const desk = runDesk(opened.store, config(), { env, book });
  const [row] = await desk.settled(inquiry.id);
  for (const by of ['support', 'asker'] as const) {
    const reply = book.add({ inquiry: inquiry.id, author: '김지원', by, text: '답' });
    await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
  }
  await desk.settled(inquiry.id);
  await desk.stop();
  const [ticket] = fake.tickets;
  expect(fake.tickets).toHaveLength(1);
  expect(ticket).toMatchObject({
    customer_id: `guess:${inquiry.email}`,
    giljabi_id: inquiry.id,
    article: { sender: 'Customer', internal: false },
  });
  const [sent] = ticket!.article.attachments;
  expect([sent!.filename, sent!['mime-type']]).toEqual([file.name, inquiry.files[0]!.type]);
  expect(Buffer.from(sent!.data, 'base64').equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  expect(row!.remote).toEqual({ id: '1', url: `${fake.url}/#ticket/zoom/1`, tag: '[Ticket#53001]' });
  expect(
    fake.articles.map(({ ticket_id, type, sender, internal }) => [ticket_id, type, sender, internal]),
  ).toEqual([
    [1, 'note', 'Agent', true],
    [1, 'web', 'Customer', false],
  ]);
});

it('has one ticket and one article when answers are lost, and is given time to index', async () => {
  fake = await fakeZammad((count) => count <= 2);
  const waits: number[] = [];
  const first = runDesk(opened.store, config({ replies: 'public' }), { env, book, waits });
  const inquiry = await addInquiry(opened.store);
  // The target is left alone for a minute now: a desk that starts anew does not know that.
  while (waits.length < 1) await new Promise((resolve) => setTimeout(resolve, 10));
  await first.stop();
  expect(waits).toEqual([60_000]);
  const desk = runDesk(opened.store, config({ replies: 'public' }), { env, book });
  await desk.settled(inquiry.id);
  const reply = book.add({ inquiry: inquiry.id, author: '김지원', by: 'support', text: '답' });
  await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
  const rows = await desk.settled(inquiry.id);
  await desk.stop();
  expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([
    ['done', 2],
    ['done', 2],
  ]);
  expect(fake.tickets).toHaveLength(1);
  expect(fake.articles).toHaveLength(1);
  expect(fake.articles[0]).toMatchObject({ type: 'email', to: inquiry.email, internal: false });
});

it('check names a group that is not there, and a token that is not taken', async () => {
  fake = await fakeZammad();
  const check = async (over: object, ZAMMAD = 'secret') =>
    (await checkTargets({ lang: 'ko', deliver: [], ...config(over) }, { ZAMMAD }))[0]!.error;
  expect(await check({})).toBeNull();
  expect(await check({ group: 'Nobody' })).toMatch(/no group "Nobody"/);
  expect(await check({}, 'x')).toMatch(/401 .*Invalid token/);
});
