import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CHALLENGE_PATH,
  type FlushTools,
  flush,
  type MemoryOutbox,
  memoryOutbox,
  sendOnce,
} from '../../../shared/inquiry/index.ts';
import { startDesk } from '../intake/desk.ts';
import { receiptKeys, sampleInquiry } from './samples.ts';

let desk: Awaited<ReturnType<typeof startDesk>>;
let address: { url: string; receiptKey: string };
beforeAll(async () => {
  desk = await startDesk();
  address = { url: desk.url, receiptKey: desk.keys.public };
}, 60_000);
afterAll(() => desk.stop());

let outbox: MemoryOutbox;
let time: number;
let posts: number;
beforeEach(() => {
  outbox = memoryOutbox('test');
  time = 1_000_000;
  posts = 0;
});

/** Counts what really goes out; `answer` stands for a fault that a desk in order does not have. */
const tools = (answer?: () => Response | Promise<Response>, more: FlushTools = {}): FlushTools => ({
  now: () => time,
  random: () => 0.5,
  locks: null,
  fetch: (...args) => {
    // What the desk asks for first is not what goes out.
    if (String(args[0]).includes(CHALLENGE_PATH)) return fetch(...args);
    posts += 1;
    return answer ? Promise.resolve().then(answer) : fetch(...args);
  },
  ...more,
});
const only = () => [...outbox.entries.values()][0];

describe('an inquiry in the outbox', () => {
  it('leaves for a receipt, with its files', async () => {
    const file = new File(['줄\r\n'], 'a.log');
    const inquiry = await sampleInquiry({}, [file]);
    await outbox.put(inquiry, [file], time);
    const report = await flush(outbox, { ...address, url: `${desk.url}/` }, tools());
    expect(report).toMatchObject({ sent: [{ id: inquiry.id, result: { state: 'received' } }], next: null });
    expect(outbox.entries.size).toBe(0);
    expect((await outbox.receipts())[0]?.receipt.number).toBe((await desk.store.find(inquiry.id))?.number);
    expect(Buffer.from((await desk.store.file(inquiry.id, 0))!).toString()).toBe('줄\r\n');
  });

  const answers: [string, string, () => Response | Promise<Response>][] = [
    ['there is no network', 'offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['the desk has a fault', 'desk', () => new Response('oops', { status: 500 })],
    ['a portal answers instead', 'desk', () => new Response('<html>Login</html>', { status: 200 })],
    ['the address is another service', 'desk', () => Response.json({ error: 'no' }, { status: 404 })],
    ['400 comes from something that is no desk', 'desk', () => new Response('bad request', { status: 400 })],
    ['the same one is still on its way', 'busy', () => Response.json({}, { status: 409 })],
    [
      'the receipt is made up',
      'receipt',
      () => Response.json({ receipt: '{"number":"2026-000001"}', signature: 'AAAA' }, { status: 201 }),
    ],
  ];
  it.each(answers)('stays when %s: %s', async (_, reason, answer) => {
    await outbox.put(await sampleInquiry(), [], time);
    await flush(outbox, address, tools(answer));
    expect(only()).toMatchObject({ state: 'waiting', reason, attempts: 1, nextAttempt: time + 15_000 });
    expect(await outbox.receipts()).toEqual([]);
  });

  it('stays when the receipt is of another key, and leaves when the key is right', async () => {
    const inquiry = await sampleInquiry();
    await outbox.put(inquiry, [], time);
    const other = await receiptKeys();
    await flush(outbox, { ...address, receiptKey: other.public }, tools());
    expect(only()).toMatchObject({ state: 'waiting', reason: 'receipt' });
    // The desk has it already: it answers with the receipt of the first time.
    await flush(outbox, address, tools(undefined, { force: true }));
    expect(outbox.entries.size).toBe(0);
    expect((await desk.store.list({ limit: 1000 })).filter(({ id }) => id === inquiry.id)).toHaveLength(1);
  });

  it('is not lost when the answer is, and not doubled', async () => {
    const inquiry = await sampleInquiry();
    await outbox.put(inquiry, [], time);
    const cut: typeof fetch = async (...args) => {
      const response = await fetch(...args);
      if (args[1]?.method !== 'POST') return response;
      throw new TypeError('network changed');
    };
    await flush(outbox, address, { ...tools(), fetch: cut });
    expect(only()?.reason).toBe('offline');
    time += 20_000;
    await flush(outbox, address, tools());
    expect(outbox.entries.size).toBe(0);
    expect((await desk.store.list({ limit: 1000 })).filter(({ id }) => id === inquiry.id)).toHaveLength(1);
  });

  it('that is refused stays with the error and is not sent again, until it is mended', async () => {
    const inquiry = await sampleInquiry({ email: 'kim@mail' });
    await outbox.put(inquiry, [], time);
    await flush(outbox, address, tools());
    expect(only()).toMatchObject({ state: 'refused', error: { code: 'email', field: 'email' } });
    time += 10 ** 9;
    const { next } = await flush(outbox, address, tools(undefined, { force: true }));
    expect([posts, next]).toEqual([1, null]);
    await outbox.put({ ...inquiry, email: 'kim@mail.example' }, [], time);
    await flush(outbox, address, tools());
    expect((await outbox.receipts()).map(({ id }) => id)).toEqual([inquiry.id]);
  });

  it('too large for a proxy is refused, not tried for ever', async () => {
    const answer = () => new Response('<html>', { status: 413 });
    const result = await sendOnce(
      { inquiry: await sampleInquiry(), files: [] },
      desk.url,
      '',
      tools(answer).fetch,
    );
    expect(result).toMatchObject({ state: 'refused', error: { code: 'files-too-large', field: 'files' } });
  });

  it('whose kept bytes cannot be read waits, and nothing goes out', async () => {
    const file = new File(['a'], 'a.txt');
    const gone = {
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    };
    await outbox.put(await sampleInquiry({}, [file]), [gone as unknown as Blob], time);
    await flush(outbox, address, tools());
    expect([only()?.reason, posts]).toEqual(['files', 0]);
  });
});

describe('patience', () => {
  const offline = () => Promise.reject(new TypeError('Failed to fetch'));

  it('doubles up to half an hour, and nothing is sent before its time', async () => {
    await outbox.put(await sampleInquiry(), [], time);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt++) {
      const { next } = await flush(outbox, address, tools(offline));
      waits.push((next! - time) / 1000);
      time = next! - 1;
      await flush(outbox, address, tools(offline));
      expect(posts).toBe(attempt);
      time = next!;
    }
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 960, 1800, 1800, 1800]);
  });

  it('follows the desk, within reason', async () => {
    await outbox.put(await sampleInquiry(), [], time);
    const busy = (seconds: string) => () =>
      Response.json({}, { status: 429, headers: { 'Retry-After': seconds } });
    await flush(outbox, address, tools(busy('600')));
    expect(only()?.nextAttempt).toBe(time + 600_000);
    await flush(outbox, address, tools(busy('999999'), { force: true }));
    expect(only()?.nextAttempt).toBe(time + 3_600_000);
  });

  it('varies, so that not all come back at once', async () => {
    await outbox.put(await sampleInquiry(), [], time);
    await flush(outbox, address, { ...tools(offline), random: () => 0 });
    expect(only()?.nextAttempt).toBe(time + 12_000);
  });

  it('ends at once when the person asks', async () => {
    await outbox.put(await sampleInquiry(), [], time);
    await flush(outbox, address, tools(offline));
    await flush(outbox, address, tools(undefined, { force: true }));
    expect(outbox.entries.size).toBe(0);
  });
});

describe('several flushes', () => {
  it('send each inquiry once', async () => {
    for (let n = 0; n < 3; n++) await outbox.put(await sampleInquiry(), [], time + n);
    time += 10;
    await Promise.all([1, 2, 3].map(() => flush(outbox, address, tools())));
    expect([posts, (await outbox.receipts()).length]).toEqual([3, 3]);
  });

  it('send each inquiry once under the lock of the browser', async () => {
    for (let n = 0; n < 3; n++) await outbox.put(await sampleInquiry(), [], time + n);
    time += 10;
    const { locks } = navigator;
    await Promise.all([1, 2, 3].map(() => flush(outbox, address, tools(undefined, { locks }))));
    expect([posts, (await outbox.receipts()).length]).toEqual([3, 3]);
  });

  it('one that fails does not stop those after it', async () => {
    const first = await sampleInquiry();
    await outbox.put(first, [], time);
    await outbox.put(await sampleInquiry(), [], time + 1);
    time += 10;
    let count = 0;
    const fetchSecond: typeof fetch = (...args) =>
      args[1]?.method === 'POST' && count++ === 0 ? Promise.reject(new TypeError()) : fetch(...args);
    await flush(outbox, address, { ...tools(), fetch: fetchSecond });
    expect([...outbox.entries.keys()]).toEqual([first.id]);
  });

  it('go on with an entry that a dead tab left as sending', async () => {
    await outbox.put(await sampleInquiry(), [], time);
    const [entry] = await outbox.list();
    await outbox.update({ ...entry!, state: 'sending', attempts: 1, nextAttempt: time + 10 ** 9 });
    await flush(outbox, address, tools());
    expect(outbox.entries.size).toBe(0);
  });

  it('do not bring back what the person removed meanwhile', async () => {
    const inquiry = await sampleInquiry();
    await outbox.put(inquiry, [], time);
    await flush(
      outbox,
      address,
      tools(() => {
        outbox.entries.delete(inquiry.id);
        throw new TypeError('Failed to fetch');
      }),
    );
    expect(outbox.entries.size).toBe(0);
  });
});
