import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  FILES_PATH,
  flush,
  memoryOutbox,
  OtherTextError,
  PIECE_BYTES,
  type SendProgress,
  sendOnce,
} from '../../../shared/inquiry/index.ts';
import { startDesk } from '../intake/desk.ts';
import { CONSENT, LIMITS, sampleInquiry } from './samples.ts';

const MB = 1024 * 1024;
let desk: Awaited<ReturnType<typeof startDesk>>;
beforeAll(async () => {
  const limits = { ...LIMITS, fileBytes: 4 * MB, totalBytes: 8 * MB };
  desk = await startDesk({ settings: { limits, consent: CONSENT } });
}, 60_000);
afterAll(() => desk.stop(), 60_000);

const fileOf = (bytes: number, name = 'a.log') => new File([new Uint8Array(randomBytes(bytes))], name);
async function stored(id: string, file: File, position = 0) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return Buffer.compare((await desk.store.file(id, position))!, bytes) === 0;
}

describe('large files', () => {
  it('go up in pieces, and each file says how far it has come', async () => {
    const files = [fileOf(3 * PIECE_BYTES + 5), fileOf(10, 'b.txt')];
    const inquiry = await sampleInquiry({}, files);
    const seen: SendProgress[] = [];
    const result = await sendOnce({ inquiry, files }, desk.url, desk.keys.public, fetch, (at) =>
      seen.push(at),
    );
    expect(result.state).toBe('received');
    expect([await stored(inquiry.id, files[0]!), await stored(inquiry.id, files[1]!, 1)]).toEqual([
      true,
      true,
    ]);
    const first = seen.filter(({ file }) => file === 0).map(({ sent }) => sent);
    expect(first).toEqual([0, 1, 2, 3].map((n) => n * PIECE_BYTES).concat(files[0]!.size));
    expect(seen.at(-1)).toEqual({ id: inquiry.id, file: 1, sent: 10, total: 10 });
  });

  it('go on after a cut: what has arrived is not sent again', async () => {
    const file = fileOf(4 * PIECE_BYTES);
    const inquiry = await sampleInquiry({}, [file]);
    const box = memoryOutbox('t');
    await box.put(inquiry, [file], 0);
    let sent = 0;
    const counting =
      (most: number): typeof fetch =>
      (...args) => {
        if (String(args[0]).includes(FILES_PATH) && args[1]?.method === 'PUT') {
          if (sent >= most) return Promise.reject(new TypeError('network changed'));
          sent += 1;
        }
        return fetch(...args);
      };
    const to = { url: desk.url, receiptKey: desk.keys.public };
    await flush(box, to, { fetch: counting(2), locks: null, force: true });
    expect([sent, box.entries.size, box.entries.get(inquiry.id)?.reason]).toEqual([2, 1, 'offline']);
    await flush(box, to, { fetch: counting(100), locks: null, force: true });
    expect([sent, box.entries.size]).toEqual([4, 0]);
    expect(await stored(inquiry.id, file)).toBe(true);
  });

  it('are not sent at all for an inquiry that the desk has, or does not take', async () => {
    const file = fileOf(MB);
    const inquiry = await sampleInquiry({}, [file]);
    await sendOnce({ inquiry, files: [file] }, desk.url, desk.keys.public);
    let puts = 0;
    const counting: typeof fetch = (...args) => {
      if (args[1]?.method === 'PUT') puts += 1;
      return fetch(...args);
    };
    const again = await sendOnce({ inquiry, files: [file] }, desk.url, desk.keys.public, counting);
    const wrong = await sampleInquiry({ email: 'kim' }, [file]);
    const refused = await sendOnce({ inquiry: wrong, files: [file] }, desk.url, desk.keys.public, counting);
    expect([again.state, refused.state, puts]).toEqual(['received', 'refused', 0]);
  });

  it('hurt on their way are sent again; a file that has changed is the person’s to mend', async () => {
    const file = fileOf(300);
    const inquiry = await sampleInquiry({}, [file]);
    const hurt: typeof fetch = (input, init) => {
      if (!(init?.body instanceof FormData)) return fetch(input, init);
      const body = new FormData();
      body.append('inquiry', init.body.get('inquiry')!);
      body.append('file', fileOf(300));
      return fetch(input, { ...init, body });
    };
    const result = await sendOnce({ inquiry, files: [file] }, desk.url, desk.keys.public, hurt);
    expect(result).toMatchObject({ state: 'later', reason: 'desk', detail: 'file-hash' });
    const changed = await sendOnce({ inquiry, files: [fileOf(300)] }, desk.url, desk.keys.public);
    expect(changed).toMatchObject({ state: 'refused', error: { code: 'file-hash', field: 'files' } });
  });
});

describe('an outbox under attack', () => {
  const to = () => ({ url: desk.url, receiptKey: desk.keys.public });

  it('with a full disk still sends, and does not stop those after it', async () => {
    const box = memoryOutbox('t');
    await box.put(await sampleInquiry(), [], 0);
    await box.put(await sampleInquiry(), [], 1);
    const full = { ...box, update: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
    await flush(full, to(), { locks: null, force: true });
    expect(box.entries.size).toBe(0);
  });

  it('that cannot write a receipt down keeps the inquiry, and gets the same receipt later', async () => {
    const box = memoryOutbox('t');
    const inquiry = await sampleInquiry();
    await box.put(inquiry, [], 0);
    const full = { ...box, settle: () => Promise.reject(new DOMException('', 'QuotaExceededError')) };
    const { next } = await flush(full, to(), { locks: null, force: true, now: () => 1000 });
    expect([box.entries.size, next! > 1000]).toEqual([1, true]);
    await flush(box, to(), { locks: null, force: true });
    expect(box.entries.size).toBe(0);
    expect((await box.receipts())[0]?.receipt.number).toBe((await desk.store.find(inquiry.id))?.number);
  });

  it('sends what a clock that was years ahead put off', async () => {
    const box = memoryOutbox('t');
    const offline: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const ahead = Date.parse('2036-01-01');
    await box.put(await sampleInquiry(), [], ahead);
    await flush(box, to(), { locks: null, fetch: offline, now: () => ahead });
    const now = Date.parse('2026-11-22');
    await flush(box, to(), { locks: null, fetch: offline, now: () => now });
    const { next } = await flush(box, to(), { locks: null, now: () => now + 60_000 });
    expect([box.entries.size, next]).toEqual([0, null]);
  });

  it('keeps the first text of an id: a tab with an old draft neither replaces nor resends it', async () => {
    const box = memoryOutbox('t');
    const inquiry = await sampleInquiry();
    await box.put(inquiry, [], 0);
    const other = { ...inquiry, detail: '다른 글' };
    const draft = { id: inquiry.id, fields: {}, files: [], saved: 1 };
    await expect(box.put(other, [], 1)).rejects.toThrow(OtherTextError);
    await expect(box.saveDraft(draft)).rejects.toThrow(OtherTextError);
    await flush(box, to(), { locks: null, force: true });
    await expect(box.put(other, [], 2)).rejects.toThrow(OtherTextError);
    await expect(box.saveDraft(draft)).rejects.toThrow(OtherTextError);
    expect((await desk.store.find(inquiry.id))?.inquiry).toEqual(inquiry);
  });
});
