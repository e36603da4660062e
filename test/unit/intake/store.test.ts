import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  FolderInUseError,
  migrate,
  type OnAdded,
  openStore,
  type Store,
  type StorePlace,
} from '../../../desk/intake/index.ts';
import { openPostgres } from '../../../desk/intake/store/postgres.ts';
import { consentHash, type Inquiry, inquiryHash } from '../../../shared/inquiry/index.ts';
import { CONSENT, sampleInquiry } from '../inquiry/samples.ts';
import { tempDir } from './desk.ts';
import { postgresMissing, startPostgres, type TestServer } from './postgres.ts';

const missing = postgresMissing();
const kinds: { kind: Store['kind']; skip: string | null }[] = [
  { kind: 'pglite', skip: null },
  { kind: 'postgres', skip: missing },
];

/** Adds as the routes do, with a signature that only has to be kept. */
async function add(
  store: Store,
  inquiry: Inquiry,
  files: Uint8Array[] = [],
  received = new Date(),
  also?: OnAdded,
) {
  return store.add({
    inquiry,
    hash: await inquiryHash(inquiry),
    files,
    received,
    keepUntil: new Date(received.getTime() + 1000),
    sign: async (receipt) => ({ receipt: JSON.stringify(receipt), signature: 'c2ln' }),
    also,
  });
}

for (const { kind, skip } of kinds) {
  describe.skipIf(skip)(`the store on ${kind}${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let server: TestServer | null = null;
    let home: Awaited<ReturnType<typeof tempDir>>;
    let place: StorePlace;
    let store: Store;
    beforeAll(async () => {
      home = await tempDir();
      server = kind === 'postgres' ? await startPostgres() : null;
      place = { dataDir: home.dir, databaseUrl: await server?.fresh() };
      store = await openStore(place);
    }, 120_000);
    afterAll(async () => {
      await store?.close();
      await server?.stop();
      await home.remove();
    }, 60_000);

    it('is the one that was asked for', () => expect(store.kind).toBe(kind));

    it('gives back what was put in, byte for byte', async () => {
      const bytes = new Uint8Array(randomBytes(70_000));
      const files = [new File([bytes], '메일 로그 – 1.log'), new File([], '빈 파일.txt')];
      const inquiry = await sampleInquiry(
        {
          detail: `"'\\;--\n탭\t끝 😀 \u{1f1f0}`,
          context: { source: 'extension', page: null, guide: 'g', step: '2', seen: [] },
        },
        files,
      );
      const text = await consentHash(CONSENT);
      await store.keepConsent(text, CONSENT);
      const added = await add(store, inquiry, [bytes, new Uint8Array()]);
      const stored = await store.find(inquiry.id);
      expect(stored?.inquiry).toEqual(inquiry);
      expect(await inquiryHash(stored!.inquiry)).toBe(stored!.hash);
      expect(await consentHash(stored!.consent!)).toBe(text);
      expect(added).toEqual({ state: 'stored', number: stored!.number, signed: stored!.signed });
      expect(Buffer.compare((await store.file(inquiry.id, 0))!, bytes)).toBe(0);
      expect((await store.file(inquiry.id, 1))?.length).toBe(0);
      expect(await store.file(inquiry.id, 2)).toBeNull();
    });

    it('numbers by the year in Korea, each once', async () => {
      const beforeMidnight = await add(store, await sampleInquiry(), [], new Date('2026-12-31T14:59:59Z'));
      const midnight = await add(store, await sampleInquiry(), [], new Date('2026-12-31T15:00:00Z'));
      const numbers = [beforeMidnight, midnight].map((added) =>
        added.state === 'stored' ? added.number : '',
      );
      expect(numbers[0]).toMatch(/^2026-\d{6}$/);
      expect(numbers[1]).toMatch(/^2027-\d{6}$/);
      expect(Number(numbers[1]!.slice(5))).toBe(Number(numbers[0]!.slice(5)) + 1);
    });

    it('takes an id once, also when it comes many times at once', async () => {
      const inquiry = await sampleInquiry();
      const results = await Promise.all(Array.from({ length: 6 }, () => add(store, inquiry)));
      expect(results.filter(({ state }) => state === 'stored')).toHaveLength(1);
      expect(results.filter(({ state }) => state === 'known')).toHaveLength(5);
      expect(new Set(results.map((r) => ('signed' in r ? r.signed.receipt : ''))).size).toBe(1);
      expect(await add(store, { ...inquiry, phone: '' })).toEqual({ state: 'conflict' });
    });

    it('stores nothing when a part fails', async () => {
      const inquiry = await sampleInquiry({}, [new File(['a'], 'a.txt')]);
      const broken = { name: 'a.txt', type: 'text/plain', size: 1, hash: null as unknown as string };
      await expect(add(store, { ...inquiry, files: [broken] }, [new Uint8Array(1)])).rejects.toThrow();
      expect(await store.find(inquiry.id)).toBeNull();
      expect((await add(store, inquiry, [new Uint8Array([97])])).state).toBe('stored');
    });

    it('writes what another room adds in the same transaction, or nothing of both', async () => {
      const folder = pathToFileURL(`${home.dir}/more`);
      await mkdir(folder, { recursive: true });
      await writeFile(
        `${home.dir}/more/900-notes.sql`,
        'create table notes (id uuid primary key, number text)',
      );
      for (let time = 0; time < 2; time++) await migrate(store.database, [folder]);
      const insert: OnAdded = async (sql, added) => {
        for (const { id, number } of added)
          await sql.query('insert into notes (id, number) values ($1, $2)', [id, number]);
      };
      const inquiry = await sampleInquiry();
      await expect(
        add(store, inquiry, [], new Date(), async (sql, added) => {
          await insert(sql, added);
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect([await store.find(inquiry.id), await store.database.query('select * from notes')]).toEqual([
        null,
        [],
      ]);
      for (const expected of ['stored', 'known'])
        expect((await add(store, inquiry, [], new Date(), insert)).state).toBe(expected);
      const { number } = (await store.find(inquiry.id))!;
      expect(await store.database.query('select * from notes')).toEqual([{ id: inquiry.id, number }]);
    });

    it('stores what arrives together in fewer transactions, and gives each its own answer', async () => {
      const bytes = new Uint8Array(randomBytes(200_000));
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, n) => sampleInquiry({}, n % 2 ? [new File([bytes], `${n}.png`)] : [])),
      );
      const first = await add(store, all[0]!, []);
      const transactions = vi.spyOn(store.database, 'transaction');
      const told: string[] = [];
      const also: OnAdded = async (_, added) => void told.push(...added.map(({ id }) => id));
      const asked = [...all, all[3]!, { ...all[4]!, summary: '다른 내용' }];
      const results = await Promise.all(
        asked.map((inquiry) => add(store, inquiry, inquiry.files.length ? [bytes] : [], new Date(), also)),
      );
      expect(transactions.mock.calls.length).toBeLessThan(all.length / 2);
      transactions.mockRestore();
      const states = results.map(({ state }) => state);
      expect([states[0], states[20], states[21]]).toEqual(['known', 'known', 'conflict']);
      expect(states.slice(1, 20)).toEqual(Array(19).fill('stored'));
      expect(told.toSorted()).toEqual(
        all
          .slice(1)
          .map(({ id }) => id)
          .toSorted(),
      );
      expect(first.state).toBe('stored');
      const numbers = results.slice(1, 20).map((result) => result.state === 'stored' && result.number);
      expect(new Set(numbers).size).toBe(19);
      for (const [index, { id, files }] of all.entries()) {
        const stored = (await store.find(id))!;
        expect(stored.number).toBe(index ? numbers[index - 1] : first.state === 'stored' && first.number);
        expect(await inquiryHash(stored.inquiry)).toBe(await inquiryHash(all[index]!));
        if (files.length > 0) expect(Buffer.compare((await store.file(id, 0))!, bytes)).toBe(0);
      }
    });

    it.runIf(kind === 'pglite')('has a commit on the disk before it says so', async () => {
      const synced = vi.spyOn(fs, 'fdatasyncSync');
      await add(store, await sampleInquiry());
      const [{ fsync }] = (await store.database.query<{ fsync: string }>('show fsync')) as [
        { fsync: string },
      ];
      expect([synced.mock.calls.length, fsync]).toEqual([1, 'on']);
      synced.mockRestore();
    });

    it('lists newest first and goes on after any line, also one that is gone', async () => {
      const all = await store.list({ limit: 1000 });
      const times = all.map(({ received }) => received);
      expect(times).toEqual([...times].sort().reverse());
      const pages = [];
      let before: (typeof all)[number] | undefined;
      do {
        const page = await store.list({ limit: 2, ...(before ? { before } : {}) });
        pages.push(...page);
        before = page.at(-1);
      } while (before);
      expect(pages).toEqual(all);
      expect(await store.list({ before: { received: '2000-01-01T00:00:00.000Z', number: '0' } })).toEqual([]);
    });

    it('deletes what has been kept as long as promised, and its files', async () => {
      const old = await sampleInquiry({}, [new File(['a'], 'a.txt')]);
      await add(store, old, [new Uint8Array([97])], new Date('2020-01-01T00:00:00Z'));
      expect(await store.expire(new Date('2020-01-01T00:00:00.999Z'))).toBe(0);
      expect(await store.expire(new Date('2020-01-01T00:00:01Z'))).toBe(1);
      expect([await store.find(old.id), await store.file(old.id, 0)]).toEqual([null, null]);
    });

    it('is there again after closing', async () => {
      const before = await store.list({ limit: 1000 });
      await store.close();
      store = await openStore(place);
      expect(await store.list({ limit: 1000 })).toEqual(before);
    });

    it.runIf(kind === 'pglite')('belongs to one process at a time', async () => {
      await expect(openStore(place)).rejects.toThrow(FolderInUseError);
    });

    it.runIf(kind === 'postgres')('is made once by desks that start together', async () => {
      const databaseUrl = await server!.fresh();
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ ...place, databaseUrl })));
      const inquiry = await sampleInquiry();
      const results = await Promise.all(stores.map((one) => add(one, inquiry)));
      expect(results.map(({ state }) => state).sort()).toEqual(['known', 'known', 'stored']);
      await Promise.all(stores.map((one) => one.close()));
    });

    it.runIf(kind === 'postgres')('goes on after the server has cut its connections', async () => {
      const admin = await openPostgres(place.databaseUrl!);
      await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      await admin.close();
      await store.ping().catch(() => {});
      expect((await add(store, await sampleInquiry())).state).toBe('stored');
    });
  });
}
