import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '../../../desk/deliver/index.ts';
import { addReply, assign, findCase, listCases, readReply, setState } from '../../../desk/support/cases.ts';
import { addInquiry, serveSupport } from './served.ts';

describe('an inquiry on its way through support', () => {
  let desk: Awaited<ReturnType<typeof serveSupport>>;
  beforeAll(async () => {
    desk = await serveSupport();
  }, 120_000);
  afterAll(() => desk?.close());

  it('moves on with the words of either side, and they leave the desk in the same transaction', async () => {
    const db = desk.store.database;
    const { inquiry, number } = await addInquiry(desk.store);
    const of = { inquiry: inquiry.id };
    const added = await addReply(db, {
      ...of,
      by: 'support',
      author: '박지원',
      text: ' **저장**을 누르세요. ',
    });
    if ('refused' in added) throw new Error(added.refused);
    expect(await readReply(db, added.reply)).toMatchObject({
      ...of,
      by: 'support',
      text: '**저장**을 누르세요.',
    });
    expect((await findCase(db, number))?.state).toBe('answered');
    const kinds = (await listDeliveries(db, { inquiry: number })).map(({ kind, reply }) => [kind, reply]);
    expect(kinds).toContainEqual(['reply', added.reply]);
    await addReply(db, { ...of, by: 'asker', author: inquiry.email, text: '아직 안 됩니다' });
    expect((await findCase(db, inquiry.id))?.state).toBe('waiting');
    await addReply(db, { ...of, by: 'support', author: '박지원', text: '됐습니다', close: true });
    const found = await findCase(db, number);
    expect(found?.state).toBe('closed');
    expect(found?.replies.map(({ by }) => by)).toEqual(['support', 'asker', 'support']);
  });

  it('refuses empty words and words without an inquiry, and changes nothing', async () => {
    const db = desk.store.database;
    const { inquiry } = await addInquiry(desk.store);
    const words = { inquiry: inquiry.id, by: 'support' as const, author: 'x' };
    expect(await addReply(db, { ...words, text: ' \n ' })).toEqual({ refused: 'empty' });
    expect(await addReply(db, { ...words, text: 'x'.repeat(20_001) })).toEqual({ refused: 'too-long' });
    expect(await addReply(db, { ...words, inquiry: crypto.randomUUID(), text: 'x' })).toEqual({
      refused: 'no-such-inquiry',
    });
    expect(await findCase(db, inquiry.id)).toMatchObject({ state: 'new', replies: [] });
  });

  it('is found by state, by whoever looks after it and by any of its words, what waits first', async () => {
    const db = desk.store.database;
    const mark = crypto.randomUUID();
    const [first, second, third] = [
      await addInquiry(desk.store, { summary: `첫째 ${mark}` }),
      await addInquiry(desk.store, { detail: `둘째 ${mark}` }),
      await addInquiry(desk.store, { company: `셋째 ${mark}`, email: 'Kim@Example.com' }),
    ];
    const numbers = async (filter: Parameters<typeof listCases>[1]) =>
      (await listCases(db, { words: mark.toUpperCase(), ...filter })).map(({ number }) => number);
    expect(await numbers({})).toEqual([third.number, second.number, first.number]);
    await setState(db, third.inquiry.id, 'answered');
    expect(await numbers({})).toEqual([second.number, first.number, third.number]);
    await setState(db, second.inquiry.id, 'closed');
    expect(await numbers({})).toEqual([first.number, third.number]);
    expect(await numbers({ states: ['closed'] })).toEqual([second.number]);
    await assign(db, first.inquiry.id, '이서연');
    expect(await numbers({ assignee: '이서연' })).toEqual([first.number]);
    expect(await numbers({ assignee: '' })).toEqual([third.number]);
    expect(await numbers({ email: 'kim@example.com' })).toEqual([third.number]);
    expect(await numbers({ limit: 1 })).toEqual([first.number]);
    expect(await numbers({ limit: 1, after: first.inquiry.id })).toEqual([third.number]);
  });

  it('takes its words with it when it is deleted', async () => {
    const db = desk.store.database;
    const { inquiry } = await addInquiry(desk.store);
    await addReply(db, { inquiry: inquiry.id, by: 'asker', author: 'x', text: '더 적습니다' });
    await desk.store.remove(inquiry.id);
    expect(await db.query('select 1 from replies where inquiry = $1', [inquiry.id])).toEqual([]);
    expect(await findCase(db, inquiry.id)).toBeNull();
  });
});
