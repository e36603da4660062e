// A real Request Tracker: `npm run test:rt`.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DeskConfig } from '../../desk/deliver/index.ts';
import {
  checkTargets,
  enqueue,
  listDeliveries,
  NO_CONFIG,
  openDeliveries,
} from '../../desk/deliver/index.ts';
import { startMailServer } from '../unit/deliver/mail-server.ts';
import { addInquiry, openTestStore, replyBook, sampleFile, until } from '../unit/deliver/store.ts';
import { lossyProxy } from './lossy-proxy.ts';
import {
  attachmentBytes,
  ensureInstalled,
  RT_NAME,
  startTracker,
  type TestTracker,
} from './request-tracker.ts';

const missing = ensureInstalled();
if (missing) {
  console.error(`✗ ${missing}`);
  process.exit(1);
}

interface Ticket {
  Subject: string;
  Requestor: { id: string }[];
  CustomFields: { name: string; values: string[] }[];
}
interface Items<T> {
  items: T[];
  total: number;
}
type Transaction = { id: string; Type: string; Data: string };

describe('Request Tracker', { timeout: 300_000 }, () => {
  let tracker: TestTracker;
  let opened: Awaited<ReturnType<typeof openTestStore>>;
  const book = replyBook();
  before(async () => {
    tracker = await startTracker();
    opened = await openTestStore();
  });
  after(async () => {
    await opened?.close();
    await tracker?.stop();
  });

  /** A desk that delivers to RT at `url`, and by e-mail when it is given a port. */
  function desk(url: string, over: Partial<DeskConfig> = {}) {
    return openDeliveries({
      config: {
        ...NO_CONFIG,
        deliver: [
          {
            type: 'rt',
            name: 'rt',
            url,
            tokenEnv: 'RT_TOKEN',
            queue: 'General',
            rtname: RT_NAME,
            mailbox: 'rt@giljabi.test',
            replies: 'note',
            fields: { company: '회사명' },
          },
        ],
        ...over,
      },
      env: { RT_TOKEN: tracker.token },
      store: opened.store,
      readReply: book.read,
      log: () => {},
      every: 20,
      nextWait: (tries) => (tries > 5 ? null : 1),
    });
  }
  const settled = (inquiry: string) =>
    until(async () => {
      const rows = await listDeliveries(opened.store.database, { inquiry });
      return rows.every(({ state }) => state !== 'waiting' && state !== 'running') && rows;
    });
  const about = async (inquiry: string) => {
    const number = (await opened.store.find(inquiry))!.number;
    const query = new URLSearchParams({ query: `Subject LIKE '${number}'` });
    return (await tracker.get<Items<{ id: string }>>(`/tickets?${query}`)).items.map(({ id }) => id);
  };
  const history = async (ticket: string) =>
    (await tracker.get<Items<Transaction>>(`/ticket/${ticket}/history?fields=Type,Data&per_page=100`)).items;

  it('has one ticket with the files, the replies and the asker', async () => {
    const files = [
      sampleFile('메일 로그 1.log', 40_000),
      sampleFile('편지.eml', 900),
      new File([], 'empty.txt'),
    ];
    const inquiry = await addInquiry(opened.store, { summary: '보안 메일 "발송" 오류' }, files);
    const running = desk(tracker.url);
    await settled(inquiry.id);
    for (const by of ['support', 'asker'] as const) {
      const reply = book.add({ inquiry: inquiry.id, author: '김지원', by, text: `**답변** by ${by}` });
      await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
    }
    running.wake();
    const rows = await settled(inquiry.id);
    await running.stop();
    assert.deepEqual(new Set(rows.map(({ state }) => state)), new Set(['done']));

    const [id, ...others] = await about(inquiry.id);
    assert.deepEqual(others, []);
    assert.ok(id);
    assert.equal(rows.find(({ kind }) => kind === 'inquiry')?.remote?.tag, `[${RT_NAME} #${id}]`);
    const ticket = await tracker.get<Ticket>(`/ticket/${id}`);
    assert.match(ticket.Subject, /^\[\d{4}-\d{6}\] 보안 메일 "발송" 오류$/);
    assert.deepEqual(
      ticket.Requestor.map((one) => one.id),
      [inquiry.email],
    );
    assert.deepEqual(ticket.CustomFields.find(({ name }) => name === '회사명')?.values, [inquiry.company]);
    const { items } = await tracker.get<Items<{ id: string; Filename?: string }>>(
      `/ticket/${id}/attachments?fields=Filename&per_page=100`,
    );
    for (const file of files.filter(({ size }) => size > 0)) {
      const kept = items.filter(({ Filename }) => Filename === file.name);
      assert.equal(kept.length, 1, file.name);
      const bytes = await attachmentBytes(tracker, kept[0]!.id);
      assert.ok(bytes.equals(Buffer.from(await file.arrayBuffer())), `${file.name}: other bytes`);
    }
    const said = (await history(id)).map(({ Type }) => Type);
    assert.deepEqual(
      [said.filter((one) => one === 'Comment').length, said.filter((one) => one === 'Correspond').length],
      [1, 1],
    );
  });

  it('has one ticket and one reply when its answers are lost', async () => {
    const lost = new Set<string>();
    const proxy = await lossyProxy(tracker.url, ({ method, url }) => {
      const first = method === 'POST' && !lost.has(url!);
      if (first) lost.add(url!);
      return first;
    });
    const inquiry = await addInquiry(opened.store);
    const running = desk(proxy.url);
    await settled(inquiry.id);
    const reply = book.add({ inquiry: inquiry.id, author: '김지원', by: 'support', text: '답변' });
    await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
    running.wake();
    const rows = await settled(inquiry.id);
    await running.stop();
    await proxy.stop();
    assert.equal(proxy.lost(), 2);
    assert.deepEqual(
      rows.filter(({ target }) => target === 'rt').map(({ state, attempts }) => [state, attempts]),
      [
        ['done', 2],
        ['done', 2],
      ],
    );
    const tickets = await about(inquiry.id);
    assert.equal(tickets.length, 1);
    assert.equal((await history(tickets[0]!)).filter(({ Type }) => Type === 'Comment').length, 1);
  });

  it('says what is wrong with a queue or a token', async () => {
    const target = {
      type: 'rt',
      name: 'rt',
      url: tracker.url,
      tokenEnv: 'T',
      queue: 'Nirgends',
      replies: 'note',
      fields: {},
    } as const;
    const check = async (queue: string, token: string) =>
      (await checkTargets({ ...NO_CONFIG, deliver: [{ ...target, queue }] }, { T: token }))[0]!.error;
    assert.equal(await check('General', tracker.token), null);
    assert.match((await check('Nirgends', tracker.token))!, /no queue "Nirgends"/);
    assert.match((await check('General', '1-1-nope'))!, /401/);
  });

  it('takes our letters through its mail gateway: the asker as requestor, answers under the same ticket', async () => {
    const mail = await startMailServer();
    const gateway = async (raw: Buffer) => {
      // As rt-mailgate does: line ends of this system, and a part that is a file without a name.
      const letter = Buffer.from(raw.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
      const field = (name: string, value: string) =>
        `--xYzZy\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
      const body = Buffer.concat([
        Buffer.from(field('queue', 'General') + field('action', 'correspond')),
        Buffer.from('--xYzZy\r\nContent-Disposition: form-data; name="message"; filename=""\r\n'),
        Buffer.from('Content-Type: application/octet-stream\r\n\r\n'),
        letter,
        Buffer.from('\r\n--xYzZy--\r\n'),
      ]);
      const answer = await fetch(`${tracker.url}/REST/1.0/NoAuth/mail-gateway`, {
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=xYzZy' },
        body,
      });
      assert.match(await answer.text(), /^ok/);
    };
    const from = { name: '고객케어 라운지', address: 'inquiry@giljabi.test' };
    const server = { from, host: '127.0.0.1', port: mail.port, tls: 'none' as const, confirm: true };
    // First a help desk that is reached by e-mail alone.
    let running = desk(tracker.url, {
      mail: server,
      deliver: [{ type: 'smtp', name: 'mailbox', to: 'rt@giljabi.test', replies: 'copy' }],
    });
    const byMail = await addInquiry(opened.store, { email: 'han@example.co.kr' }, [sampleFile()]);
    await settled(byMail.id);
    await running.stop();
    const letter = mail.taken.find(({ to }) => to[0] === 'rt@giljabi.test')!;
    await gateway(letter.raw);
    const [made] = await about(byMail.id);
    const ticket = await tracker.get<Ticket>(`/ticket/${made}`);
    assert.deepEqual(
      ticket.Requestor.map((one) => one.id),
      ['han@example.co.kr'],
    );
    assert.match(ticket.Subject, /^\[\d{4}-\d{6}\] /);

    // Then one by REST: what the asker answers to our letter has the tag, and the help desk's address.
    const config = { mail: server };
    running = desk(tracker.url, config);
    const inquiry = await addInquiry(opened.store, { email: 'lee@example.co.kr' });
    await settled(inquiry.id);
    const reply = book.add({ inquiry: inquiry.id, author: '김지원', by: 'support', text: '켜 주십시오.' });
    await enqueue(opened.store.database, { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
    running.wake();
    await settled(inquiry.id);
    await running.stop();
    const sent = mail.taken.find(
      (one) => one.to[0] === 'lee@example.co.kr' && one.email.subject?.startsWith('Re:'),
    )!;
    assert.equal(sent.email.replyTo?.[0]?.address, 'rt@giljabi.test');
    const answer = `From: lee@example.co.kr\r\nTo: rt@giljabi.test\r\nSubject: Re: ${sent.header('subject').replace(/\s+/g, ' ')}\r\nMessage-ID: <a@example.co.kr>\r\n\r\nThanks\r\n`;
    await gateway(Buffer.from(answer));
    const tickets = await about(inquiry.id);
    assert.equal(tickets.length, 1);
    const said = (await history(tickets[0]!)).map(({ Type }) => Type);
    assert.equal(said.filter((one) => one === 'Correspond').length, 1);
    await mail.stop();
  });
});
