import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startRetention } from '../../../desk/intake/retention.ts';
import { CONSENT, LIMITS, sampleInquiry } from '../inquiry/samples.ts';
import { post, secondDesk, startDesk } from './desk.ts';

const DAY = 24 * 3_600_000;
const removed: { id: string; number: string }[] = [];
let desk: Awaited<ReturnType<typeof startDesk>>;
let time = Date.parse('2026-11-22T03:00:00Z');
beforeAll(async () => {
  desk = await startDesk({
    now: () => time,
    onRemoved: async (sql, one) => {
      await sql.query('select 1');
      removed.push(one);
    },
  });
}, 60_000);
afterAll(() => desk.stop(), 60_000);
afterEach(() => vi.useRealTimers());

const secret = 'secret@example.co.kr';
async function received() {
  const file = new File(['개인 정보'], 'a.log');
  const inquiry = await sampleInquiry({ email: secret }, [file]);
  expect((await post(desk.url, inquiry, [file])).status).toBe(201);
  return (await desk.store.find(inquiry.id))!;
}

it('what was promised to be gone is gone by itself, when its time has come and not before', async () => {
  const { number, inquiry, keepUntil } = await received();
  expect(Date.parse(keepUntil) - time).toBe(CONSENT.retentionDays * DAY);
  const later = await (async () => {
    time += DAY;
    return received();
  })();

  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const log = vi.fn();
  const stop = startRetention(desk.store, log, () => time);
  /** The next hourly sweep, and until it is through. */
  const hour = async () => {
    vi.advanceTimersByTime(3_600_000);
    await desk.store.expire(new Date(0));
  };
  time = Date.parse(keepUntil) - 1;
  await hour();
  expect(await desk.store.find(number)).not.toBeNull();
  time += 1;
  await hour();
  await vi.waitFor(async () => expect(await desk.store.find(number)).toBeNull());
  expect(await desk.store.file(inquiry.id, 0)).toBeNull();
  expect(await desk.store.find(later.number)).not.toBeNull();
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith('inquiries-expired', { count: 1 }));
  stop();

  expect(await desk.store.audit(10)).toEqual([
    { at: new Date(time).toISOString(), action: 'expired', number, keepUntil, files: 1 },
  ]);
  expect(removed).toEqual([{ id: inquiry.id, number }]);
});

it('one that is deleted on request leaves a line, and no word of what it said anywhere', async () => {
  const { number, inquiry } = await received();
  expect(await desk.store.remove(inquiry.id)).toBe(number);
  expect(await desk.store.remove(inquiry.id)).toBeNull();
  expect((await desk.store.audit(1))[0]).toMatchObject({ action: 'deleted', number, files: 1 });
  const { database } = desk.store;
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(5);
  for (const { name } of tables) {
    const rows = await database.query<{ text: string }>(`select t::text as text from ${name} t`);
    for (const { text } of rows) {
      expect(text).not.toContain(inquiry.id);
      if (name === 'audit') expect(text).not.toContain(secret);
    }
  }
});

it('is all or nothing: where another room cannot delete its part, nothing is deleted', async () => {
  const { number, inquiry } = await received();
  const lines = (await desk.store.audit(100)).length;
  const { removeInquiries } = await import('../../../desk/intake/store/remove.ts');
  await expect(
    removeInquiries(desk.store.database, { id: inquiry.id }, new Date(), async () => {
      throw new Error('the help desk is away');
    }),
  ).rejects.toThrow('away');
  expect(await desk.store.find(number)).not.toBeNull();
  expect(await desk.store.audit(100)).toHaveLength(lines);
});

it('more than one batch goes in one sweep', async () => {
  const { database } = desk.store;
  const { number } = await received();
  await database.query(
    `insert into inquiries select gen_random_uuid(), 'old-' || n, hash, received, '2001-01-01', state, lang, email,
       summary, company, phone, detail, consent, context, receipt, signature, suspect
     from inquiries, generate_series(1, 450) n where number = $1`,
    [number],
  );
  expect(await desk.store.expire(new Date('2001-01-02'))).toBe(450);
  expect(await desk.store.find(number)).not.toBeNull();
});

it('what was agreed to counts, though the text has changed by the time that it arrives', async () => {
  const next = await secondDesk(desk, {
    settings: { limits: LIMITS, consent: { ...CONSENT, version: 3, retentionDays: 10 } },
    now: () => time,
  });
  const inquiry = await sampleInquiry();
  const answer = await post(next.url, inquiry);
  await next.stop();
  expect(answer.status).toBe(201);
  const stored = (await desk.store.find(inquiry.id))!;
  expect(stored.consent).toEqual(CONSENT);
  expect(Date.parse(stored.keepUntil) - time).toBe(CONSENT.retentionDays * DAY);
});
