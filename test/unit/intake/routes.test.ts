import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  inquiryHash,
  type SignedReceipt,
  verifyReceipt,
} from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../inquiry/samples.ts';
import { post, refusal, secondDesk, startDesk } from './desk.ts';

let desk: Awaited<ReturnType<typeof startDesk>>;
beforeAll(async () => {
  desk = await startDesk();
}, 60_000);
afterAll(() => desk.stop());

const png = () =>
  new File([new Uint8Array([0x89, 0x50, 0, 255, 10, 13])], '화면 "1".png', { type: 'image/png' });
const log = () => new File(['첫 줄\r\n둘째 줄'], 'mail.log');

describe('an inquiry that is in order', () => {
  it('is stored with every byte, and the receipt proves it', async () => {
    const files = [png(), log()];
    const inquiry = await sampleInquiry({}, files);
    const response = await post(desk.url, inquiry, files);
    expect(response.status).toBe(201);
    const receipt = await verifyReceipt((await response.json()) as SignedReceipt, desk.keys.public, inquiry);

    const stored = await desk.store.find(receipt.number);
    expect(stored?.inquiry).toEqual(inquiry);
    expect(await inquiryHash(stored!.inquiry)).toBe(receipt.hash);
    for (const [position, file] of files.entries())
      expect(Buffer.from((await desk.store.file(inquiry.id, position))!)).toEqual(
        Buffer.from(await file.arrayBuffer()),
      );
  });

  it('comes twice and is stored once, with one receipt', async () => {
    const inquiry = await sampleInquiry();
    const first = await post(desk.url, inquiry);
    const second = await post(desk.url, inquiry);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.json()).toEqual(await first.json());
    const rows = await desk.store.list({ limit: 1000 });
    expect(rows.filter((row) => row.id === inquiry.id)).toHaveLength(1);
  });

  it('comes many times at once and is stored once', async () => {
    const inquiry = await sampleInquiry({}, [log()]);
    const responses = await Promise.all(Array.from({ length: 8 }, () => post(desk.url, inquiry, [log()])));
    const statuses = responses.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => ![200, 201, 409].includes(status))).toEqual([]);
    const rows = await desk.store.list({ limit: 1000 });
    expect(rows.filter((row) => row.id === inquiry.id)).toHaveLength(1);
  });

  it('does not take a key that stands for something else', async () => {
    const inquiry = await sampleInquiry();
    await post(desk.url, inquiry);
    expect(await refusal(await post(desk.url, { ...inquiry, detail: '다른 내용' }))).toBe('422 conflict');
    expect((await desk.store.find(inquiry.id))?.inquiry).toEqual(inquiry);
  });
});

describe('an inquiry that is not in order', () => {
  const big = (bytes: number, name = 'a.png') => new File([new Uint8Array(bytes)], name);
  const cases: [string, string, () => Promise<Response>][] = [
    [
      'no consent',
      '422 consent-missing consent',
      async () => {
        const { consent: _, ...rest } = await sampleInquiry();
        return post(desk.url, rest);
      },
    ],
    [
      'consent to a text that was never shown',
      '422 consent-outdated consent',
      async () =>
        post(
          desk.url,
          await sampleInquiry({
            consent: { version: 2, hash: '0'.repeat(64), agreed: '2026-11-21T09:00:00Z' },
          }),
        ),
    ],
    [
      'no summary',
      '422 empty summary',
      async () => post(desk.url, await sampleInquiry({ summary: ' \u200b' })),
    ],
    [
      'NUL in the text',
      '400 malformed',
      async () => post(desk.url, await sampleInquiry({ detail: 'a\u0000b' })),
    ],
    [
      'half a character',
      '400 malformed',
      async () => post(desk.url, await sampleInquiry({ company: 'a\ud800' })),
    ],
    [
      'an unknown key',
      '400 malformed',
      async () => post(desk.url, { ...(await sampleInquiry()), html: '<b>' }),
    ],
    [
      'a page address with a query',
      '400 malformed',
      async () => {
        const inquiry = await sampleInquiry();
        return post(desk.url, {
          ...inquiry,
          context: { ...inquiry.context, page: 'https://a.example/?token=1' },
        });
      },
    ],
    [
      'a file too large',
      '413 file-too-large files',
      async () => post(desk.url, await sampleInquiry({}, [big(100_001)]), [big(100_001)]),
    ],
    [
      'files too large together',
      '413 files-too-large files',
      async () => {
        const files = [big(90_000), big(90_000, 'b.png'), big(90_000, 'c.png')];
        return post(desk.url, await sampleInquiry({}, files), files);
      },
    ],
    [
      'too many files',
      '413 too-many-files files',
      async () => {
        const files = ['a.png', 'b.png', 'c.png', 'd.png'].map((name) => big(1, name));
        return post(desk.url, await sampleInquiry({}, files), files);
      },
    ],
    [
      'a file type that is not taken',
      '415 file-type files',
      async () => post(desk.url, await sampleInquiry({}, [big(1, 'setup.png.exe')]), [big(1)]),
    ],
    [
      'other bytes than were named',
      '422 file-hash files',
      async () => post(desk.url, await sampleInquiry({}, [png()]), [new Blob([new Uint8Array(6)])]),
    ],
    [
      'a file cut short',
      '422 file-size files',
      async () => post(desk.url, await sampleInquiry({}, [png()]), [png().slice(0, 3)]),
    ],
    ['a file left out', '422 file-count files', async () => post(desk.url, await sampleInquiry({}, [png()]))],
    ['a file too many', '422 file-count files', async () => post(desk.url, await sampleInquiry(), [png()])],
    [
      'no key',
      '400 key-missing',
      async () => post(desk.url, await sampleInquiry(), [], { [IDEMPOTENCY_HEADER]: null }),
    ],
    [
      'the key of another',
      '400 key-other',
      async () => post(desk.url, await sampleInquiry(), [], { [IDEMPOTENCY_HEADER]: '"0"' }),
    ],
    [
      'no multipart',
      '415 not-multipart',
      async () =>
        fetch(desk.url + INTAKE_PATH, {
          method: 'POST',
          headers: { [IDEMPOTENCY_HEADER]: '"0"', 'Content-Type': 'text/plain' },
          body: '{}',
        }),
    ],
    [
      'multipart in name only',
      '400 malformed',
      async () =>
        fetch(desk.url + INTAKE_PATH, {
          method: 'POST',
          headers: { [IDEMPOTENCY_HEADER]: '"0"', 'Content-Type': 'multipart/form-data; boundary=x' },
          body: 'zzz',
        }),
    ],
    [
      'a site that is not on the list',
      '403 origin',
      async () => post(desk.url, await sampleInquiry(), [], { Origin: 'https://elsewhere.example' }),
    ],
  ];

  it.each(cases)('%s: %s', async (_, expected, send) => {
    const before = (await desk.store.list({ limit: 1000 })).length;
    expect(await refusal(await send())).toBe(expected);
    expect(await desk.store.list({ limit: 1000 })).toHaveLength(before);
  });

  it.each([1, 5, 30])('of %i MB is told so, whatever the connection does meanwhile', async (megabytes) => {
    const file = big(megabytes * 1_000_000);
    const inquiry = await sampleInquiry({}, [file]);
    for (let time = 0; time < 5; time++)
      expect(await refusal(await post(desk.url, inquiry, [file]))).toBe('413 files-too-large files');
  });

  it('is cut off while it streams in, without a length', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 64 * 1024;
        if (sent > 64 * 1024 * 1024) controller.close();
        else controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    const inquiry = await sampleInquiry();
    const answer = await fetch(desk.url + INTAKE_PATH, {
      method: 'POST',
      headers: { [IDEMPOTENCY_HEADER]: inquiry.id, 'Content-Type': 'multipart/form-data; boundary=x' },
      body,
      duplex: 'half',
    } as RequestInit).then(refusal, () => 'cut off');
    expect(['413 files-too-large files', 'cut off']).toContain(answer);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it('says what to mend in the language that is asked for', async () => {
    const inquiry = await sampleInquiry({ email: 'kim@mail' });
    const ko = (await (await post(desk.url, inquiry)).json()) as { error: { message: string } };
    const en = await post(desk.url, inquiry, [], { 'Accept-Language': 'en-US' });
    expect(ko.error.message).toMatch(/이메일/);
    expect(((await en.json()) as typeof ko).error.message).toMatch(/e-mail/);
  });
});

describe('who may ask', () => {
  const preflight = (origin: string) =>
    fetch(desk.url + INTAKE_PATH, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'idempotency-key',
      },
    });

  it.each(['https://help.example', 'chrome-extension://abcdefgh', 'moz-extension://0f-1a'])(
    '%s',
    async (origin) => {
      const { headers } = await preflight(origin);
      expect(headers.get('Access-Control-Allow-Origin')).toBe(origin);
      expect(headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('idempotency-key');
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
      const response = await post(desk.url, await sampleInquiry(), [], { Origin: origin });
      expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([201, origin]);
    },
  );

  it.each(['https://help.example.evil.example', 'null', 'chrome-extension://a/../b'])(
    'not %s',
    async (origin) => {
      expect((await preflight(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
    },
  );

  it('nobody too often', async () => {
    const busy = await secondDesk(desk, { rate: 2 });
    try {
      for (const expected of [201, 201, 429]) {
        const response = await post(busy.url, await sampleInquiry());
        expect(response.status).toBe(expected);
        expect(Number(response.headers.get('Retry-After')) > 0).toBe(expected === 429);
      }
    } finally {
      await busy.stop();
    }
  }, 60_000);
});

it('health tells which store it is', async () => {
  const response = await fetch(`${desk.url}/api/health`);
  expect(await response.json()).toEqual({ ok: true, store: 'pglite' });
});

it('the log holds nothing that a person wrote', async () => {
  const text = JSON.stringify(desk.events);
  expect(desk.events.length).toBeGreaterThan(0);
  for (const secret of ['kim@', '보안 메일', '예시', '5678', 'setup']) expect(text).not.toContain(secret);
});
