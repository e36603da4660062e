import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '../../../desk/deliver/index.ts';
import { addReply } from '../../../desk/support/cases.ts';
import { addInquiry, serveSupport } from './served.ts';

describe('somebody looks after their own inquiries', () => {
  let desk: Awaited<ReturnType<typeof serveSupport>>;
  let now = new Date();
  beforeAll(async () => {
    desk = await serveSupport({ now: () => now });
  }, 120_000);
  afterAll(() => desk?.close());

  /** The path of the newest link that is on its way to that address. */
  async function link(): Promise<string> {
    const rows = await desk.store.database.query<{ payload: { url: string } }>(
      "select payload from deliveries where kind = 'link' order by seq desc limit 1",
    );
    return new URL(rows[0]?.payload.url ?? '').pathname;
  }
  const links = async () =>
    (await listDeliveries(desk.store.database)).filter(({ kind }) => kind === 'link').length;

  it('by a link to their address, whatever its case, that opens once and only by a press', async () => {
    const { number } = await addInquiry(desk.store, { email: 'Han@Example.com' });
    const person = desk.visitor();
    expect(await person.text('/my/link', { email: 'han@example.com' })).toContain('곧 링크가 도착합니다');
    const path = await link();
    // A program that follows links in e-mail uses nothing up.
    await desk.visitor().go(path);
    expect(await person.text(path, {})).toContain(number);
    expect(await person.text(`/my/${number}`)).toContain('보관');
    const second = await desk.visitor().go(path, {});
    expect(second.status).toBe(410);
    await person.go('/my/sign-out', {});
    expect(await person.text('/my')).not.toContain(number);
  });

  it('and is not told whether an address is known; nobody fills a mailbox', async () => {
    const before = await links();
    const stranger = desk.visitor();
    const unknown = await stranger.text('/my/link', { email: 'nobody@example.com' });
    expect(unknown).toContain('곧 링크가 도착합니다');
    expect(await links()).toBe(before);
    expect((await stranger.go('/my/link', { email: 'not an address' })).status).toBe(422);
    await addInquiry(desk.store, { email: 'busy@example.com' });
    const statuses = [];
    for (let each = 0; each < 5; each++)
      statuses.push((await desk.visitor().go('/my/link', { email: 'busy@example.com' })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
  });

  it('too late opens nothing', async () => {
    await addInquiry(desk.store, { email: 'late@example.com' });
    await desk.visitor().go('/my/link', { email: 'late@example.com' });
    const path = await link();
    now = new Date(Date.now() + 31 * 60_000);
    expect((await desk.visitor().go(path, {})).status).toBe(410);
    now = new Date();
  });

  it('and sees nobody else’s, adds words, and withdraws consent', async () => {
    const mine = await addInquiry(desk.store, { email: 'me@example.com' });
    const other = await addInquiry(desk.store, { email: 'other@example.com' });
    await addReply(desk.store.database, {
      ...{ inquiry: mine.inquiry.id, by: 'support', author: '박지원', text: '확인했습니다' },
    });
    const person = desk.visitor();
    await person.go('/my/link', { email: 'me@example.com' });
    await person.go(await link(), {});
    const list = await person.text('/my');
    expect(list).toContain('답변 도착');
    expect(list).not.toContain(other.number);
    for (const path of ['', '/files/0', '/withdraw'])
      expect((await person.go(`/my/${other.number}${path}`)).status).toBe(404);
    for (const path of ['add', 'withdraw'])
      expect((await person.go(`/my/${other.number}/${path}`, { text: 'x' })).status).toBe(404);
    expect(await person.text(`/my/${mine.number}`)).toContain('확인했습니다');
    expect((await person.go(`/my/${mine.number}/add`, { text: ' ' })).status).toBe(422);
    expect(await person.text(`/my/${mine.number}/add`, { text: '고맙습니다' })).toContain('보냈습니다');
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    expect((await person.go(`/my/${mine.number}/withdraw`, {}, foreign)).status).toBe(403);
    expect(await person.text(`/my/${mine.number}/withdraw`, {})).toContain('지웠습니다');
    expect(await desk.store.find(mine.inquiry.id)).toBeNull();
    expect(await desk.store.find(other.inquiry.id)).not.toBeNull();
  });
});
