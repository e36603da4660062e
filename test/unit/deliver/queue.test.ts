import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Adapter, giveUp, type Parcel, retry } from '../../../desk/deliver/adapter.ts';
import { startDelivering } from '../../../desk/deliver/deliver.ts';
import {
  dropDelivery,
  enqueue,
  listDeliveries,
  retryDead,
  retryDelivery,
} from '../../../desk/deliver/index.ts';
import { claimNext, renew } from '../../../desk/deliver/queue/claim.ts';
import { postgresMissing, startPostgres, type TestServer } from '../intake/postgres.ts';
import { addInquiry, openTestStore, replyBook, until } from './store.ts';

type Opened = Awaited<ReturnType<typeof openTestStore>>;
const missing = postgresMissing();

/** A target that keeps what it got and does what `act` says. */
function target(name: string, act: (parcel: Parcel, count: number) => void = () => {}) {
  const got: Parcel[] = [];
  const adapter: Adapter = {
    name,
    tellsAsker: false,
    takesReplies: true,
    async deliver(parcel) {
      got.push(parcel);
      act(parcel, got.length);
      return { id: `${name}-${got.length}`, tag: `[${name} #${got.length}]` };
    },
    async check() {},
  };
  return { adapter, got };
}

for (const { kind, skip } of [
  { kind: 'pglite', skip: null },
  { kind: 'postgres', skip: missing },
])
  describe.skipIf(skip)(`the queue on ${kind}${skip ? ` (skipped: ${skip})` : ''}`, () => {
    let server: TestServer | null = null;
    let opened: Opened;
    const book = replyBook();
    beforeAll(async () => {
      server = kind === 'postgres' ? await startPostgres() : null;
      opened = await openTestStore(await server?.fresh());
    }, 120_000);
    afterAll(async () => {
      await opened?.close();
      await server?.stop();
    }, 60_000);

    const sql = () => opened.store.database;
    function work(
      targets: Adapter[],
      mail: Adapter | null = null,
      over: Partial<Parameters<typeof startDelivering>[0]> = {},
    ) {
      return startDelivering({
        db: sql(),
        store: opened.store,
        readReply: book.read,
        adapters: { targets, mail, confirm: true },
        log: () => {},
        every: 20,
        nextWait: (tries, _, asked) => (tries > 9 ? null : asked || 1),
        ...over,
      });
    }
    const all = (inquiry: string) => listDeliveries(sql(), { inquiry });
    const settled = (inquiry: string) =>
      until(async () => {
        const rows = await all(inquiry);
        return rows.every(({ state }) => state !== 'waiting' && state !== 'running') && rows;
      });

    it('has a delivery for exactly the inquiries that are stored', async () => {
      const inquiry = await addInquiry(opened.store);
      expect((await all(inquiry.id)).map(({ kind: what, state }) => [what, state])).toEqual([
        ['confirmation', 'waiting'],
        ['inquiry', 'waiting'],
      ]);
      const torn = addInquiry(opened.store, {}, [], async (tx, added) => {
        for (const { id } of added) await enqueue(tx, { kind: 'inquiry', inquiry: id });
        throw new Error('torn');
      });
      await expect(torn).rejects.toThrow('torn');
      expect(await listDeliveries(sql())).toHaveLength(2);
    });

    it('hands each to everybody whom desk.yaml names, once, and keeps what they call it', async () => {
      const [one, two, mail] = [target('one'), target('two'), target('mail')];
      const inquiry = await addInquiry(opened.store);
      const desk = work([one.adapter, two.adapter], mail.adapter);
      const rows = await settled(inquiry.id);
      await enqueue(sql(), { kind: 'inquiry', inquiry: inquiry.id });
      desk.wake();
      await settled(inquiry.id);
      await desk.stop();
      expect(rows.map((row) => [row.kind, row.target, row.state]).sort()).toEqual([
        ['confirmation', 'mail', 'done'],
        ['inquiry', 'one', 'done'],
        ['inquiry', 'two', 'done'],
      ]);
      const mine = (parcels: Parcel[]) =>
        parcels.filter((parcel) => 'stored' in parcel && parcel.stored.inquiry.id === inquiry.id).length;
      expect([mine(one.got), mine(two.got), mine(mail.got)]).toEqual([1, 1, 1]);
      expect(rows.find((row) => row.target === 'two')?.remote?.tag).toMatch(/^\[two #\d\]$/);
    });

    it('tries again what may pass, with the same id, and says why it is late meanwhile', async () => {
      const flaky = target('flaky', (_, count) => {
        if (count < 4) throw retry('busy', `not now (${count})`);
      });
      const inquiry = await addInquiry(opened.store);
      const desk = work([flaky.adapter]);
      const [row] = await settled(inquiry.id);
      await desk.stop();
      expect(row).toMatchObject({ state: 'done', attempts: 4, error: null, remote: { id: 'flaky-4' } });
      expect(new Set(flaky.got.map(({ id }) => id))).toEqual(new Set([row!.id]));
      expect(flaky.got.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    });

    it('lists what has failed for good until support retries or drops it', async () => {
      let open = false;
      const strict = target('strict', () => {
        if (!open) throw giveUp('refused', 'no such group');
      });
      const weary = target('weary', () => {
        throw retry('busy', 'never');
      });
      const inquiry = await addInquiry(opened.store);
      const desk = work([strict.adapter, weary.adapter]);
      const dead = await settled(inquiry.id);
      expect(
        dead.map(({ target: name, state, attempts, error }) => [name, state, attempts, error]).sort(),
      ).toEqual([
        ['strict', 'dead', 1, 'no such group'],
        ['weary', 'dead', 10, 'never'],
      ]);
      const listed = (await listDeliveries(sql())).slice(0, 2).map(({ id }) => id);
      expect(listed.sort()).toEqual(dead.map(({ id }) => id).sort());
      open = true;
      const [strictRow, wearyRow] = ['strict', 'weary'].map(
        (name) => dead.find((row) => row.target === name)!,
      );
      expect(await dropDelivery(sql(), wearyRow!.id.slice(0, 8), 'the test is over')).toBe(1);
      expect(await retryDelivery(sql(), strictRow!.id.slice(0, 8))).toBe(1);
      expect(await retryDelivery(sql(), strictRow!.id.slice(0, 7))).toBe(0);
      expect(await retryDelivery(sql(), '%%%%%%%%%%')).toBe(0);
      desk.wake();
      const rows = await settled(inquiry.id);
      await desk.stop();
      expect(rows.find((row) => row.target === 'strict')).toMatchObject({ state: 'done', attempts: 2 });
      // It may have arrived before: an adapter has to know that this is not the first time.
      expect(strict.got.map(({ attempt }) => attempt)).toEqual([1, 2]);
      expect(rows.find((row) => row.target === 'weary')).toMatchObject({
        state: 'dropped',
        error: 'the test is over',
      });
    });

    it('lets a reply wait for the ticket of its inquiry, and replies for one another', async () => {
      let open = false;
      const slow = target('slow', (parcel) => {
        if (parcel.kind === 'inquiry' && !open) throw giveUp('refused', 'closed');
      });
      const mail = target('mail');
      const inquiry = await addInquiry(opened.store);
      const desk = work([slow.adapter], mail.adapter);
      await settled(inquiry.id);
      const by = 'support' as const;
      for (const text of ['first', 'second']) {
        const reply = book.add({ inquiry: inquiry.id, author: '김지원', by, text });
        await enqueue(sql(), { kind: 'reply', inquiry: inquiry.id, reply: reply.id });
      }
      desk.wake();
      // The letters to the asker do not wait for a help desk that is down.
      await until(() => mail.got.filter(({ kind: what }) => what === 'reply').length === 2);
      expect(slow.got.map(({ kind: what }) => what)).toEqual(['inquiry']);
      open = true;
      expect(await retryDead(sql(), 'slow')).toBe(1);
      desk.wake();
      await settled(inquiry.id);
      await desk.stop();
      const replies = slow.got.flatMap((parcel) => (parcel.kind === 'reply' ? [parcel] : []));
      expect(replies.map(({ reply }) => reply.text)).toEqual(['first', 'second']);
      expect(replies[1]!.earlier).toEqual([replies[0]!.reply.id]);
      expect(replies[0]!.tickets.get('slow')?.id).toBe('slow-2');
    });

    it("hands the asker's own words to help desks only, and says when there is no way to the asker", async () => {
      const desk = target('helpdesk');
      const mail = target('mail');
      const inquiry = await addInquiry(opened.store);
      let running = work([desk.adapter], mail.adapter);
      await settled(inquiry.id);
      const more = book.add({ inquiry: inquiry.id, author: 'kim', by: 'asker', text: 'more' });
      await enqueue(sql(), { kind: 'reply', inquiry: inquiry.id, reply: more.id });
      running.wake();
      await settled(inquiry.id);
      expect(mail.got.filter((parcel) => parcel.kind === 'reply')).toEqual([]);
      expect(desk.got.filter((parcel) => parcel.kind === 'reply')).toHaveLength(1);
      await running.stop();
      running = work([]);
      const answer = book.add({ inquiry: inquiry.id, author: 'lee', by: 'support', text: 'answer' });
      await enqueue(sql(), { kind: 'reply', inquiry: inquiry.id, reply: answer.id });
      running.wake();
      const rows = await settled(inquiry.id);
      await running.stop();
      expect(rows.find(({ reply }) => reply === answer.id)).toMatchObject({ state: 'dead', code: 'no-way' });
    });

    it('sends a link while it works, and keeps nothing of it', async () => {
      const mail = target('mail');
      const link = {
        kind: 'link',
        to: 'kim@example.co.kr',
        lang: 'ko',
        url: 'https://d/x',
        minutes: 10,
      } as const;
      await enqueue(sql(), link);
      const desk = work([], mail.adapter);
      await until(() => mail.got.length === 1);
      await desk.stop();
      await enqueue(sql(), link);
      await sql().query(`update deliveries set created = now() - interval '11 minutes' where kind = 'link'`);
      const again = work([], mail.adapter);
      const [late] = await until(async () => {
        const rows = (await listDeliveries(sql())).filter(
          (row) => row.kind === 'link' && row.state === 'dead',
        );
        return rows.length > 0 && rows;
      });
      await again.stop();
      expect(late).toMatchObject({ code: 'expired' });
      expect(mail.got).toHaveLength(1);
      await dropDelivery(sql(), late!.id, 'over');
      const left = await sql().query(`select 1 from deliveries where kind = 'link' and payload is not null`);
      expect(left).toEqual([]);
    });

    it('is free again when whoever held it is gone, and no longer theirs', async () => {
      const inquiry = await addInquiry(opened.store);
      const held = await until(async () => {
        const one = await claimNext(sql(), []);
        return one?.inquiry === inquiry.id ? one : null;
      });
      expect(await renew(sql(), held)).toBe(true);
      await sql().query(`update deliveries set lease = now() - interval '1 second' where id = $1`, [held.id]);
      const desk = work([]);
      await until(async () => (await all(inquiry.id)).length === 0);
      await desk.stop();
      expect(await renew(sql(), held)).toBe(false);
    });

    it('leaves a target alone that asked for patience, and goes on with the others', async () => {
      const busy = target('busy', (_, count) => {
        if (count === 1) throw retry('rate', 'slow down', 400);
      });
      const other = target('other');
      await addInquiry(opened.store);
      await addInquiry(opened.store);
      const desk = work([busy.adapter, other.adapter], null, { most: 1 });
      await until(() => other.got.length >= 2);
      const early = busy.got.length;
      await until(() => busy.got.length >= 3);
      await desk.stop();
      expect(early).toBe(1);
    });

    it('gives back what it is in the middle of when the desk closes', async () => {
      const stuck: Adapter = {
        ...target('stuck').adapter,
        deliver: (_, signal) =>
          new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      };
      const inquiry = await addInquiry(opened.store);
      const desk = work([stuck]);
      await until(async () => (await all(inquiry.id)).some(({ state }) => state === 'running'));
      await until(async () => (await all(inquiry.id)).some(({ target: name }) => name === 'stuck'));
      await desk.stop();
      expect((await all(inquiry.id)).map(({ state }) => state)).not.toContain('running');
      const well = target('stuck');
      const next = work([well.adapter]);
      await settled(inquiry.id);
      await next.stop();
      expect(well.got).toHaveLength(1);
    });

    it('goes with its inquiry', async () => {
      const inquiry = await addInquiry(opened.store);
      await sql().query('delete from inquiries where id = $1', [inquiry.id]);
      expect(await all(inquiry.id)).toEqual([]);
    });

    it.runIf(kind === 'postgres')('gives each delivery to one of several desks', async () => {
      const one = target('shared');
      const inquiries = await Promise.all(Array.from({ length: 30 }, () => addInquiry(opened.store)));
      const desks = [1, 2, 3].map(() => work([one.adapter]));
      for (const { id } of inquiries) await settled(id);
      await Promise.all(desks.map((desk) => desk.stop()));
      const ids = one.got.map((parcel) => 'stored' in parcel && parcel.stored.inquiry.id);
      for (const { id } of inquiries) expect(ids.filter((got) => got === id)).toHaveLength(1);
    });
  });
