import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReply } from '../../../desk/support/cases.ts';
import { addInquiry, serveSupport, TOKEN } from './served.ts';

const evil = '<img src=x onerror=alert(1)>';

describe("support's page", () => {
  let desk: Awaited<ReturnType<typeof serveSupport>>;
  beforeAll(async () => {
    desk = await serveSupport({
      hasAnswer: async (summary) => !summary.includes('어디에도 없는'),
      titleOf: (id) => (id === 'spf' ? 'SPF 설정하기' : null),
    });
  }, 120_000);
  afterAll(() => desk?.close());

  it('shows nothing to whoever has not shown the token, and forgets who signs out', async () => {
    const { number } = await addInquiry(desk.store);
    const stranger = desk.visitor();
    for (const path of [
      '/desk',
      `/desk/${number}`,
      `/desk/${number}/files/0`,
      '/desk/deliveries',
      '/desk/insights',
    ]) {
      const response = await stranger.go(path);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain(number);
    }
    expect((await stranger.go('/desk/sign-in', { token: `${TOKEN}x` })).status).toBe(401);
    expect((await stranger.go('/desk', undefined, { Cookie: 'gj_desk=99999999999999.c2ln' })).status).toBe(
      401,
    );
    await stranger.signIn();
    expect(await stranger.text('/desk')).toContain(number);
    await stranger.go('/desk/sign-out', {});
    expect((await stranger.go('/desk')).status).toBe(401);
  });

  it('gives a cookie that goes over TLS only where a proxy speaks TLS for it', async () => {
    const cookie = async (headers: Record<string, string>) => {
      const answer = await fetch(`${desk.url}/desk/sign-in`, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...headers, Origin: desk.url, 'Sec-Fetch-Site': 'same-origin' },
        body: new URLSearchParams({ token: TOKEN }),
      });
      return answer.headers.get('set-cookie') ?? '';
    };
    expect(await cookie({})).toMatch(/^gj_desk=(?!.*Secure)/);
    expect(await cookie({ 'X-Forwarded-Proto': 'https' })).toMatch(/^gj_desk=.*Secure/);
  });

  it('takes no form from another site, and comes through no proxy', async () => {
    const { inquiry, number } = await addInquiry(desk.store);
    const support = desk.visitor();
    await support.signIn();
    const foreign = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    expect((await support.go(`/desk/${number}/reply`, { text: 'x', by: 'y' }, foreign)).status).toBe(403);
    expect((await support.go('/desk', undefined, { 'X-Forwarded-For': '203.0.113.9' })).status).toBe(404);
    expect(await desk.store.database.query('select 1 from replies where inquiry = $1', [inquiry.id])).toEqual(
      [],
    );
  });

  it('says in the language of the page why something was not delivered, and what the target said as it came', async () => {
    const { inquiry, number } = await addInquiry(desk.store);
    const support = desk.visitor();
    await support.signIn();
    const read = async (code: string, error: string, lang: string) => {
      await desk.store.database.query(
        "update deliveries set state = 'dead', error_code = $2, error = $3 where inquiry = $1",
        [inquiry.id, code, error],
      );
      return (await support.go(`/desk/${number}`, undefined, { 'Accept-Language': lang })).text();
    };
    const refused = `POST https://help.example/api: 422 ${evil}`;
    for (const [lang, said] of [
      ['ko', '받는 곳이 거절했습니다.'],
      ['en', 'The target refused it.'],
      ['ja', '送り先に断られました。'],
    ] as const) {
      const page = await read('refused', refused, lang);
      expect(page).toContain(said);
      expect(page).toContain('POST https://help.example/api: 422 &lt;img');
      expect(page).not.toContain(evil);
    }
    const mail = await read('no-mail', 'desk.yaml has no mail: to send letters with', 'ko');
    expect(mail).toContain('desk.yaml에 편지를 보낼 mail:이 없습니다.');
    expect(mail).not.toContain('to send letters with');
    expect(await read('of-an-older-desk', 'something else', 'ko')).toContain('something else');
  });

  it('answers, assigns, closes and opens again', async () => {
    const { number } = await addInquiry(desk.store);
    const support = desk.visitor();
    await support.signIn();
    const empty = await support.go(`/desk/${number}/reply`, { text: '  ', by: '박지원' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('답변을 적어 주세요');
    expect(
      await support.text(`/desk/${number}/reply`, { text: '[저장]을 누르세요', by: '박지원' }),
    ).toContain('답변을 보냈습니다');
    await support.go(`/desk/${number}/assign`, { who: '박지원' });
    const after = await support.text(`/desk/${number}`);
    expect(after).toMatch(/state-answered">답변함/);
    expect(after).toContain('value="박지원"');
    await support.go(`/desk/${number}/state`, { state: 'closed' });
    expect(await support.text('/desk')).not.toContain(`/desk/${number}"`);
    await support.go(`/desk/${number}/state`, { state: 'waiting' });
    expect(await support.text('/desk')).toContain(`/desk/${number}"`);
  });

  it('deletes only for the number typed again', async () => {
    const { inquiry, number } = await addInquiry(desk.store);
    const support = desk.visitor();
    await support.signIn();
    expect((await support.go(`/desk/${number}/delete`, { number: '아니요' })).status).toBe(422);
    expect(await desk.store.find(inquiry.id)).not.toBeNull();
    expect(await support.text(`/desk/${number}/delete`, { number })).toContain('지웠습니다');
    expect(await desk.store.find(inquiry.id)).toBeNull();
    expect((await support.go(`/desk/${number}`)).status).toBe(404);
  });

  it('shows what people wrote as words, whatever they wrote', async () => {
    const file = new File(['x'], `${evil}.txt`, { type: 'text/html' });
    const { inquiry, number } = await addInquiry(
      desk.store,
      { summary: evil, detail: `${evil}\n\n[열기](javascript:alert(1))`, company: evil },
      [file],
    );
    await addReply(desk.store.database, { inquiry: inquiry.id, by: 'asker', author: evil, text: evil });
    const support = desk.visitor();
    await support.signIn();
    for (const path of ['/desk', `/desk/${number}`]) {
      const html = await support.text(path);
      expect(html.match(/&lt;img src=x/g)?.length).toBe(path === '/desk' ? 2 : 7);
      expect(html).not.toMatch(/<img|="javascript:|<script/);
    }
    const download = await support.go(`/desk/${number}/files/0`);
    expect(download.headers.get('Content-Disposition')).toMatch(/^attachment/);
    expect(download.headers.get('Content-Type')).toBe('application/octet-stream');
    const page = await support.go(`/desk/${number}`);
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  it('says which inquiries no document answers, and which documents made one unnecessary', async () => {
    await addInquiry(desk.store, { summary: '어디에도 없는 기능' });
    const solved = (article: unknown) =>
      fetch(`${desk.url}/api/solved`, { method: 'POST', body: JSON.stringify({ article }) });
    expect((await solved('spf')).status).toBe(204);
    expect((await solved('spf')).status).toBe(204);
    expect((await solved('no-such-article')).status).toBe(422);
    expect((await solved(7)).status).toBe(422);
    const support = desk.visitor();
    await support.signIn();
    const html = await support.text('/desk/insights');
    expect(html).toContain('어디에도 없는 기능');
    expect(html).toMatch(/SPF 설정하기<\/a> <b>2번/);
  });
});
