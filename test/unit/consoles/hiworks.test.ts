import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHiworks } from '../../consoles/start.ts';
import { signedInHiworks, visitor } from './visitor.ts';

let hiworks: Awaited<ReturnType<typeof startHiworks>>;
beforeEach(async () => {
  hiworks = await startHiworks({ delay: 0 });
});
afterEach(() => hiworks.close());

describe('sign-in', () => {
  it('asks for the account and then for the password, and goes where one wanted to go', async () => {
    const one = visitor(hiworks.url);
    const first = await one.get('/admin/mail/secure?tab=senders');
    expect(first.headers.get('location')).toBe('/');
    expect(await (await one.get('/')).text()).toContain('다음</button>');
    expect((await one.post('/', { account_id: 'admin' })).headers.get('location')).toBe('/password');
    expect(await (await one.get('/password')).text()).toContain('로그인</button>');
    const last = await one.post('/password', { account_pw: 'hiworks123' });
    expect(last.headers.get('location')).toBe('/admin/mail/secure?tab=senders');
    const cookie = last.headers.getSetCookie().find((line) => line.startsWith('hw_session='));
    expect(cookie).toMatch(/Path=\/; HttpOnly/);
    expect(await (await one.get('/office')).text()).toContain('<title>하이웍스 오피스</title>');
  });

  it('says what is wrong with the account or the password, and records the failure', async () => {
    const one = visitor(hiworks.url);
    expect(await (await one.post('/', { account_id: '' })).text()).toContain('계정 아이디를 입력해 주세요.');
    const unknown = await (await one.post('/', { account_id: '"><i>' })).text();
    expect(unknown).toContain('등록되지 않은 계정입니다.');
    expect(unknown).not.toContain('<i>');
    await one.post('/', { account_id: 'admin' });
    const wrong = await one.post('/password', { account_pw: 'no' });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('비밀번호가 일치하지 않습니다.');
    expect(hiworks.state().logins).toMatchObject([{ id: 'admin', ok: false }]);
    expect((await one.json('GET', '/api/me')).status).toBe(401);
  });

  it('does not skip the account page and never leaves the office', async () => {
    const one = visitor(hiworks.url);
    expect((await one.post('/password', { account_pw: 'hiworks123' })).headers.get('location')).toBe('/');
    await one.get('//evil.example.net/');
    await one.post('/', { account_id: 'user' });
    expect((await one.post('/password', { account_pw: 'hiworks123' })).headers.get('location')).toBe(
      '/office',
    );
  });

  it('signs out', async () => {
    const one = await signedInHiworks(hiworks.url);
    expect((await one.json('GET', '/api/me')).data).toMatchObject({ name: '김관리', isAdmin: true });
    await one.post('/logout', {});
    expect((await one.json('GET', '/api/me')).status).toBe(401);
  });
});

describe('rights', () => {
  it('keeps a plain user out of 하이웍스 관리', async () => {
    const one = await signedInHiworks(hiworks.url, 'user');
    expect((await one.json('GET', '/api/me')).data.isAdmin).toBe(false);
    const before = hiworks.state();
    const answers = await Promise.all([
      one.json('PUT', '/api/admin/mail/secure/pop3', { use: true, keepOnServer: true }),
      one.json('DELETE', '/api/admin/mail/secure/exceptions/hrjung'),
      one.json('GET', '/api/admin/security/logins'),
    ]);
    for (const { status, data } of answers) {
      expect(status).toBe(403);
      expect(data.message).toContain('접근 권한이 없습니다.');
    }
    expect(hiworks.state()).toEqual(before);
  });
});

describe('보안 메일', () => {
  const base = '/api/admin/mail/secure';

  it('saves POP3/SMTP, and 암호메일 and 승인메일 stand still meanwhile', async () => {
    const one = await signedInHiworks(hiworks.url);
    expect((await one.json('GET', `${base}/pop3`)).data).toEqual({ use: false, keepOnServer: false });
    await one.json('PUT', `${base}/encrypted`, { use: true });
    expect(hiworks.state().encrypted.use).toBe(true);
    await one.json('PUT', `${base}/pop3`, { use: true, keepOnServer: true });
    expect((await one.json('GET', `${base}/pop3`)).data).toEqual({ use: true, keepOnServer: true });
    for (const kind of ['encrypted', 'approval']) {
      const { data } = await one.json('GET', `${base}/${kind}`);
      expect(data).toEqual({ use: false, blocked: 'POP3/SMTP 사용 중에는 이용할 수 없습니다.' });
      expect((await one.json('PUT', `${base}/${kind}`, { use: true })).status).toBe(409);
    }
  });

  it('refuses what is no setting and keeps the old one', async () => {
    const one = await signedInHiworks(hiworks.url);
    const before = hiworks.state();
    for (const body of [
      null,
      {},
      { use: 'Y', keepOnServer: false },
      { use: true, keepOnServer: true, more: 1 },
    ])
      expect((await one.json('PUT', `${base}/pop3`, body)).status).toBe(400);
    expect(hiworks.state()).toEqual(before);
  });

  it('moves users into the exceptions and keeps the dates of those already there', async () => {
    const one = await signedInHiworks(hiworks.url);
    const { candidates, exceptions } = (await one.json('GET', `${base}/exceptions`)).data;
    expect(candidates.length).toBeGreaterThanOrEqual(8);
    expect(exceptions.map((row: { id: string }) => row.id)).toEqual(['hrjung', 'sejang']);
    await one.json('PUT', `${base}/exceptions`, { ids: ['sejang', 'jmpark', 'jmpark'] });
    const rows = hiworks.state().pop3.exceptions;
    expect(rows).toMatchObject([{ id: 'sejang', since: '2026-05-19' }, { id: 'jmpark' }]);
    expect(rows[1]!.since).toMatch(/^\d{4}-\d\d-\d\d$/);
    const nobody = await one.json('PUT', `${base}/exceptions`, { ids: ['ghost'] });
    expect(nobody).toEqual({ status: 400, data: { message: '없는 계정입니다: ghost' } });
  });

  it('deletes an exception at once and only once', async () => {
    const one = await signedInHiworks(hiworks.url);
    expect((await one.json('DELETE', `${base}/exceptions/hrjung`)).status).toBe(200);
    expect(hiworks.state().pop3.exceptions.map(({ id }) => id)).toEqual(['sejang']);
    expect((await one.json('DELETE', `${base}/exceptions/hrjung`)).status).toBe(404);
  });

  it('lets the list of exceptions come later than everything else', async () => {
    const slow = await startHiworks({ delay: 400 });
    try {
      const one = await signedInHiworks(slow.url);
      const order: string[] = [];
      await Promise.all([
        one.json('GET', `${base}/exceptions`).then(() => order.push('exceptions')),
        one.json('GET', `${base}/pop3`).then(() => order.push('pop3')),
      ]);
      expect(order).toEqual(['pop3', 'exceptions']);
    } finally {
      await slow.close();
    }
  });
});

describe.each([
  [
    '수신허용/차단',
    '/api/admin/mail/secure/senders',
    'senders',
    'New@Example.com',
    ['', 'a b', '@example.com', 'nodot', '-a.com', 'a@b@c'],
  ],
  [
    '접근 IP 관리',
    '/api/admin/security/addresses',
    'addresses',
    '203.0.113.10',
    ['', '256.1.1.1', '1.2.3', '10.0.0.0/33', 'fe80::/129', 'x'],
  ],
] as const)('%s', (_name, path, key, good, bad) => {
  it('adds, refuses the same again, and deletes', async () => {
    const one = await signedInHiworks(hiworks.url);
    const before = hiworks.state()[key];
    const added = await one.json('POST', path, { verdict: 'block', value: ` ${good} ` });
    expect(added).toMatchObject({ status: 201, data: { verdict: 'block', value: good.toLowerCase() } });
    expect(hiworks.state()[key]).toEqual([added.data, ...before]);
    const again = await one.json('POST', path, { verdict: 'allow', value: good.toUpperCase() });
    expect(again.status).toBe(409);
    expect(again.data.message).toMatch(/^이미 등록된/);
    expect((await one.json('DELETE', `${path}/${added.data.id}`)).status).toBe(200);
    expect(hiworks.state()[key]).toEqual(before);
    expect((await one.json('DELETE', `${path}/${added.data.id}`)).status).toBe(404);
  });

  it.each(bad)('refuses %j with a sentence', async (value) => {
    const one = await signedInHiworks(hiworks.url);
    const before = hiworks.state()[key];
    const { status, data } = await one.json('POST', path, { verdict: 'allow', value });
    expect(status).toBe(400);
    expect(data.message).toMatch(value ? /형식이 올바르지 않습니다/ : /입력해 주세요/);
    expect(hiworks.state()[key]).toEqual(before);
  });
});

describe('메일 > 환경 설정', () => {
  const basic = '/api/mail/settings/basic';

  it('lets a person choose POP3 only where the office allows it', async () => {
    const [admin, user] = [await signedInHiworks(hiworks.url), await signedInHiworks(hiworks.url, 'user')];
    expect((await user.json('GET', basic)).data).toEqual({ pop3: false, allowed: false });
    expect((await user.json('PUT', basic, { pop3: true })).status).toBe(409);
    await admin.json('PUT', '/api/admin/mail/secure/exceptions', { ids: ['user'] });
    expect((await user.json('PUT', basic, { pop3: true })).status).toBe(200);
    expect((await user.json('GET', basic)).data).toEqual({ pop3: true, allowed: true });
    expect((await admin.json('GET', basic)).data.allowed).toBe(false);
    expect(hiworks.state().personal.user?.pop3).toBe(true);
    await admin.json('PUT', '/api/admin/mail/secure/pop3', { use: true, keepOnServer: false });
    expect((await admin.json('GET', basic)).data.allowed).toBe(true);
  });

  it('keeps each person’s signature and sorting rules apart', async () => {
    const [admin, user] = [await signedInHiworks(hiworks.url), await signedInHiworks(hiworks.url, 'user')];
    await user.json('PUT', '/api/mail/settings/signature', { signature: '<b>이사용</b>' });
    const rule = { sender: 'news@partner.example.com', box: 'trash' };
    expect((await user.json('POST', '/api/mail/settings/sorting', rule)).status).toBe(201);
    expect((await user.json('POST', '/api/mail/settings/sorting', rule)).status).toBe(409);
    expect((await admin.json('GET', '/api/mail/settings/signature')).data.signature).toContain('김관리');
    expect((await admin.json('GET', '/api/mail/settings/sorting')).data.rules).toEqual([]);
    const [{ id }] = (await user.json('GET', '/api/mail/settings/sorting')).data.rules;
    expect((await admin.json('DELETE', `/api/mail/settings/sorting/${id}`)).status).toBe(404);
    expect((await user.json('DELETE', `/api/mail/settings/sorting/${id}`)).status).toBe(200);
    expect(hiworks.state().personal.user).toEqual({ pop3: false, signature: '<b>이사용</b>', sorting: [] });
  });
});
