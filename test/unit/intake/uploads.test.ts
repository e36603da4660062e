import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FILES_PATH,
  type FileRef,
  fileRef,
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  type Inquiry,
  LENGTH_HEADER,
  OFFSET_HEADER,
  type SignedReceipt,
  sha256Hex,
  TRAP_FIELD,
  verifyReceipt,
} from '../../../shared/inquiry/index.ts';
import { CONSENT, LIMITS, sampleInquiry } from '../inquiry/samples.ts';
import { post, refusal, secondDesk, startDesk } from './desk.ts';

const MB = 1024 * 1024;
const limits = { ...LIMITS, files: 3, fileBytes: 6 * MB, totalBytes: 8 * MB };
let desk: Awaited<ReturnType<typeof startDesk>>;
let time = Date.now();
beforeAll(async () => {
  desk = await startDesk({
    settings: { limits, consent: CONSENT },
    pendingBytes: 30 * MB,
    now: () => time,
  });
}, 60_000);
afterAll(() => desk.stop(), 60_000);

const bytesOf = (count: number) => new Uint8Array(randomBytes(count));
const asFile = (bytes: Uint8Array<ArrayBuffer>, name = 'a.log') => new File([bytes], name);

function put(id: string, hash: string, bytes: Uint8Array<ArrayBuffer>, offset = 0, length = bytes.length) {
  return fetch(`${desk.url}${FILES_PATH}/${hash}`, {
    method: 'PUT',
    headers: {
      [IDEMPOTENCY_HEADER]: `"${id}"`,
      [OFFSET_HEADER]: String(offset),
      [LENGTH_HEADER]: String(length),
    },
    body: bytes,
  });
}
const head = (id: string, hash: string, method = 'GET') =>
  fetch(`${desk.url}${FILES_PATH}/${hash}`, { method, headers: { [IDEMPOTENCY_HEADER]: id } });
const postJson = (inquiry: Inquiry, trap?: string) =>
  fetch(desk.url + INTAKE_PATH, {
    method: 'POST',
    headers: { [IDEMPOTENCY_HEADER]: `"${inquiry.id}"`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ inquiry, ...(trap === undefined ? {} : { [TRAP_FIELD]: trap }) }),
  });
const body = async (response: Response) => (await response.json()) as Record<string, unknown>;

/** Sends the beginning of a body and breaks the connection in the middle of it. */
function cut(id: string, hash: string, bytes: Uint8Array, length: number): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(`${desk.url}${FILES_PATH}/${hash}`, {
      method: 'PUT',
      headers: {
        [IDEMPOTENCY_HEADER]: id,
        [OFFSET_HEADER]: '0',
        [LENGTH_HEADER]: String(length),
        'Content-Length': String(length),
      },
    });
    request.on('error', () => {});
    request.on('close', () => resolve());
    request.write(bytes, () => setTimeout(() => request.destroy(), 20));
  });
}

describe('a file that goes up before its inquiry', () => {
  it('arrives in pieces, is named by the inquiry, and is stored byte for byte', async () => {
    const bytes = bytesOf(3 * MB + 17);
    const small = asFile(new Uint8Array([1, 2]), 'b.txt');
    const empty = asFile(new Uint8Array(), 'c.txt');
    const inquiry = await sampleInquiry({}, [asFile(bytes), small, empty]);
    const [big, two, none] = inquiry.files as [FileRef, FileRef, FileRef];

    const missing = await postJson(inquiry);
    expect(missing.status).toBe(409);
    expect(await body(missing)).toMatchObject({
      error: { code: 'files-missing', missing: [big.hash, two.hash, none.hash] },
    });
    expect((await head(inquiry.id, big.hash)).status).toBe(404);

    const first = await put(inquiry.id, big.hash, bytes.slice(0, MB), 0, bytes.length);
    expect(await body(first)).toEqual({ received: MB, length: bytes.length, complete: false });
    const there = await head(inquiry.id, big.hash, 'HEAD');
    expect([there.status, there.headers.get(OFFSET_HEADER), there.headers.get(LENGTH_HEADER)]).toEqual([
      200,
      String(MB),
      String(bytes.length),
    ]);
    const rest = await put(inquiry.id, big.hash, bytes.slice(MB), MB, bytes.length);
    expect(await body(rest)).toEqual({ received: bytes.length, length: bytes.length, complete: true });
    await put(inquiry.id, two.hash, new Uint8Array([1, 2]));
    expect((await body(await put(inquiry.id, none.hash, new Uint8Array()))).complete).toBe(true);

    const answer = await postJson(inquiry);
    expect(answer.status).toBe(201);
    const receipt = await verifyReceipt((await answer.json()) as SignedReceipt, desk.keys.public, inquiry);
    expect((await desk.store.find(receipt.number))?.inquiry).toEqual(inquiry);
    expect(Buffer.compare((await desk.store.file(inquiry.id, 0))!, bytes)).toBe(0);
    expect([...(await desk.store.file(inquiry.id, 1))!]).toEqual([1, 2]);
    expect((await desk.store.file(inquiry.id, 2))?.length).toBe(0);
    // Nothing is left behind, and the same inquiry once more needs no upload.
    expect((await head(inquiry.id, big.hash)).status).toBe(404);
    expect((await postJson(inquiry)).status).toBe(200);
  });

  it('goes on where the connection broke', async () => {
    const bytes = bytesOf(2 * MB);
    const inquiry = await sampleInquiry({}, [asFile(bytes)]);
    const { hash } = inquiry.files[0]!;
    const sent = MB + 300_000;
    await cut(inquiry.id, hash, bytes.slice(0, sent), bytes.length);
    let received = 0;
    while (received === 0) received = Number((await body(await head(inquiry.id, hash))).received ?? 0);
    // What the desk had read by then is kept, be it the last byte or not.
    expect(received).toBeLessThanOrEqual(sent);
    let answer = await put(inquiry.id, hash, bytes.slice(received), received, bytes.length);
    if (answer.status === 409) {
      const at = Number((await body(answer)).received);
      answer = await put(inquiry.id, hash, bytes.slice(at), at, bytes.length);
    }
    expect((await body(answer)).complete).toBe(true);
    expect((await postJson(inquiry)).status).toBe(201);
    expect(Buffer.compare((await desk.store.file(inquiry.id, 0))!, bytes)).toBe(0);
  });

  it('sent by two tabs at once arrives once', async () => {
    const bytes = bytesOf(MB);
    const inquiry = await sampleInquiry({}, [asFile(bytes)]);
    const { hash } = inquiry.files[0]!;
    const answers = await Promise.all([1, 2, 3].map(() => put(inquiry.id, hash, bytes)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await postJson(inquiry)).status).toBe(201);
    expect(Buffer.compare((await desk.store.file(inquiry.id, 0))!, bytes)).toBe(0);
  });

  it('is told where to go on when it goes on somewhere else', async () => {
    const { id } = await sampleInquiry();
    const bytes = bytesOf(1000);
    const hash = await sha256Hex(bytes);
    await put(id, hash, bytes.slice(0, 400), 0, 1000);
    const answer = await put(id, hash, bytes.slice(500), 500, 1000);
    expect(answer.status).toBe(409);
    expect(await body(answer)).toMatchObject({ received: 400, error: { code: 'upload-offset' } });
  });

  it('is nobody else’s: neither its hash nor another id finds it', async () => {
    const mine = await sampleInquiry();
    const bytes = bytesOf(100);
    const hash = await sha256Hex(bytes);
    await put(mine.id, hash, bytes);
    const other = await sampleInquiry({}, [asFile(bytes)]);
    expect((await head(other.id, hash)).status).toBe(404);
    expect(await refusal(await postJson(other))).toBe('409 files-missing files');
  });

  it('whose bytes are not those of its hash is dropped', async () => {
    const { id } = await sampleInquiry();
    const hash = await sha256Hex(bytesOf(10));
    expect(await refusal(await put(id, hash, bytesOf(10)))).toBe('422 file-hash files');
    expect((await head(id, hash)).status).toBe(404);
  });

  it('that nobody comes back for is gone after a day, and can be sent anew', async () => {
    const bytes = bytesOf(1000);
    const inquiry = await sampleInquiry({}, [asFile(bytes)]);
    const { hash } = inquiry.files[0]!;
    await put(inquiry.id, hash, bytes.slice(0, 500), 0, 1000);
    time += 24 * 3_600_000 - 1000;
    await desk.store.expire(new Date(time));
    expect((await head(inquiry.id, hash)).status).toBe(200);
    time += 2000;
    await desk.store.expire(new Date(time));
    expect((await head(inquiry.id, hash)).status).toBe(404);
    await put(inquiry.id, hash, bytes);
    expect((await postJson(inquiry)).status).toBe(201);
  });
});

describe('bounds', () => {
  it('hold while the body is read, whatever its headers say', async () => {
    const { id } = await sampleInquiry();
    const bytes = bytesOf(2 * MB);
    const hash = await sha256Hex(bytes.slice(0, 1000));
    expect(await refusal(await put(id, hash, bytes, 0, 1000))).toBe('413 file-too-large files');
  });

  it('of one file, of all together, of their number, of everybody', async () => {
    const { id } = await sampleInquiry();
    const begin = async (length: number, owner = id) => {
      const answer = await put(owner, await sha256Hex(bytesOf(8)), new Uint8Array(1), 0, length);
      return answer.ok ? 'ok' : refusal(answer);
    };
    expect(await begin(6 * MB + 1)).toBe('413 file-too-large files');
    expect(await begin(6 * MB)).toBe('ok');
    expect(await begin(3 * MB)).toBe('413 files-too-large files');
    expect([await begin(2), await begin(2), await begin(2)]).toEqual([
      'ok',
      'ok',
      '413 too-many-files files',
    ]);
    const others: string[] = [];
    for (let n = 0; n < 5; n++) others.push(await begin(6 * MB, crypto.randomUUID()));
    expect(others.at(-1)).toBe('503 busy');
    await desk.store.expire(new Date(time + 48 * 3_600_000));
  });

  it.each([
    ['a hash that is none', '404', () => head(crypto.randomUUID(), '../../etc/passwd')],
    ['no id', '400 key-missing', () => put('', '0'.repeat(64), new Uint8Array(1))],
    ['an id that is none', '400 key-missing', () => put('abc', '0'.repeat(64), new Uint8Array(1))],
    ['no place', '400 upload-headers', () => put(crypto.randomUUID(), '0'.repeat(64), new Uint8Array(1), -1)],
  ])('%s: %s', async (_, expected, send) => {
    const answer = await send();
    expect(expected === '404' ? String(answer.status) : await refusal(answer)).toBe(expected);
  });

  it('bytes of one address', async () => {
    const strict = await secondDesk(desk, { settings: { limits, consent: CONSENT }, rate: 0.01 });
    try {
      const bytes = bytesOf(300_000);
      const answer = await fetch(`${strict.url}${FILES_PATH}/${await sha256Hex(bytes)}`, {
        method: 'PUT',
        headers: {
          [IDEMPOTENCY_HEADER]: crypto.randomUUID(),
          [OFFSET_HEADER]: '0',
          [LENGTH_HEADER]: String(bytes.length),
        },
        body: bytes,
      });
      expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true]);
    } finally {
      await strict.stop();
    }
  });
});

describe('the field that people do not see', () => {
  it.each([
    ['', false],
    ['https://spam.example', true],
  ])('%j marks the inquiry: %s; nothing is lost', async (trap, suspect) => {
    const inquiry = await sampleInquiry();
    expect((await postJson(inquiry, trap)).status).toBe(201);
    expect((await desk.store.find(inquiry.id))?.suspect).toBe(suspect);
    expect((await desk.store.list({ limit: 1 }))[0]?.suspect).toBe(suspect);
  });

  it('counts in a form, too, and not where it is switched off', async () => {
    const off = await secondDesk(desk, { trap: false });
    try {
      for (const [where, suspect] of [
        [desk, true],
        [off, false],
      ] as const) {
        const inquiry = await sampleInquiry();
        const form = new FormData();
        form.append('inquiry', JSON.stringify(inquiry));
        form.append(TRAP_FIELD, 'x');
        const headers = { [IDEMPOTENCY_HEADER]: inquiry.id };
        await fetch(where.url + INTAKE_PATH, { method: 'POST', headers, body: form });
        expect((await desk.store.find(inquiry.id))?.suspect).toBe(suspect);
      }
    } finally {
      await off.stop();
    }
  });
});

it('small files still go with their inquiry', async () => {
  const file = asFile(new Uint8Array([7]));
  const inquiry = await sampleInquiry({ files: [await fileRef(file)] });
  expect((await post(desk.url, inquiry, [file])).status).toBe(201);
});
