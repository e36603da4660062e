import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTerrace } from '../../consoles/start.ts';
import { addressOf, filterTree } from '../../consoles/terrace/filters.ts';
import { menu } from '../../consoles/terrace/menu.ts';
import { signedInTerrace, visitor } from './visitor.ts';

let terrace: Awaited<ReturnType<typeof startTerrace>>;
beforeEach(async () => {
  terrace = await startTerrace();
});
afterEach(() => terrace.close());

const foreign = '/filter/smtpAuthForeignIp.do';
const white = '/filter/superWhiteIp.do';

describe('sign-in', () => {
  it('takes two pages, and the console stays shut before [확인]', async () => {
    const one = visitor(terrace.url);
    expect((await one.get(foreign)).headers.get('location')).toBe('/login.do');
    const first = await one.post('/login.do', { userId: 'admin', userPw: 'terrace123' });
    expect(first.headers.get('location')).toBe('/loginConfirm.do');
    expect((await one.get(foreign)).headers.get('location')).toBe('/loginConfirm.do');
    expect(await (await one.get('/loginConfirm.do')).text()).toContain('value="확인"');
    await one.post('/loginConfirm.do', {});
    const page = await (await one.get(foreign)).text();
    expect(page).toContain('<title>Terrace Mail Security</title>');
    await one.post('/logout.do', {});
    expect((await one.get(foreign)).status).toBe(303);
  });

  it('says that account or password is wrong, and lets nobody in by [확인] alone', async () => {
    const one = visitor(terrace.url);
    const wrong = await one.post('/login.do', { userId: '<i>', userPw: 'x' });
    expect(wrong.status).toBe(401);
    const text = await wrong.text();
    expect(text).toContain('아이디 또는 비밀번호가 올바르지 않습니다.');
    expect(text).not.toContain('<i>');
    expect(await (await one.post('/login.do', { userId: 'admin', userPw: '' })).text()).toContain(
      '모두 입력하세요.',
    );
    expect((await one.post('/loginConfirm.do', {})).headers.get('location')).toBe('/login.do');
    expect(terrace.state().logins).toMatchObject([{ id: '<i>', ok: false }]);
  });
});

describe('places', () => {
  it('answers under every entry of the menu and of the tree', async () => {
    const one = await signedInTerrace(terrace.url);
    const places: [string, string][] = [
      ...menu.flatMap(({ title, href, items }): [string, string][] => items ?? [[title, href!]]),
      ...filterTree.flatMap(({ pages }) =>
        pages.map((page): [string, string] => [page.title, addressOf(page)]),
      ),
    ];
    for (const [title, href] of places) {
      const answer = await one.get(href);
      expect([href, answer.status]).toEqual([href, 200]);
      expect(await answer.text()).toContain(`<h2>${title}</h2>`);
    }
    expect((await one.get('/nothing.do')).status).toBe(404);
  });

  it('shows the way to a filter and opens only its group of the tree', async () => {
    const one = await signedInTerrace(terrace.url);
    const page = await (await one.get(foreign)).text();
    expect(page).toContain('필터 관리 &gt; 스팸 고급 필터 &gt; SMTP 단계 차단 &gt; SMTP 인증 해외 IP 차단');
    expect(page.match(/<li class="open">/g)).toHaveLength(1);
    expect(await (await one.get('/filter/advanced.do')).text()).not.toContain('<li class="open">');
  });
});

describe('an on/off filter', () => {
  const good = { useYn: 'Y', rejectMsg: '421 Your IP is not allowed to use smtp auth' };

  it('starts off, saves, says so once, and shows it again', async () => {
    const one = await signedInTerrace(terrace.url);
    expect(await (await one.get(foreign)).text()).toMatch(/value="N" checked/);
    const after = await one.postThenRead(foreign, good);
    expect(after).toContain('저장되었습니다.');
    expect(after).toMatch(/value="Y" checked/);
    const again = await (await one.get(foreign)).text();
    expect(again).not.toContain('저장되었습니다.');
    expect(again).toMatch(/value="Y" checked/);
    expect(terrace.state().switches.smtpAuthForeignIp).toMatchObject({ use: true, reject: good.rejectMsg });
  });

  it.each([
    [{ ...good, rejectMsg: '' }, '거부 메시지를 입력하세요.'],
    [{ ...good, rejectMsg: '250 OK' }, '세 자리 코드'],
    [{ ...good, rejectMsg: '421 안 됩니다' }, '세 자리 코드'],
    [{ ...good, rejectMsg: `421 ${'x'.repeat(200)}` }, '200바이트'],
    [{ ...good, useYn: '' }, '사용 여부를 선택하세요.'],
  ])('refuses %j and keeps what was typed', async (fields, sentence) => {
    const one = await signedInTerrace(terrace.url);
    const before = terrace.state().switches;
    const page = await one.postThenRead(foreign, fields);
    expect(page).toContain(sentence);
    expect(page).toContain(`name="rejectMsg" id="rejectMsg" size="60" value="${fields.rejectMsg}"`);
    expect(terrace.state().switches).toEqual(before);
  });

  it.each(['0', '-1', '1.5', '', '100001', '1e3'])(
    'refuses %j as the number of connections',
    async (maxCnt) => {
      const one = await signedInTerrace(terrace.url);
      const fields = { useYn: 'Y', rejectMsg: '421 Your IP is filtered by IP Rate Control', maxCnt };
      const page = await one.postThenRead('/filter/hourlyLimit.do', fields);
      expect(page).toContain('최대 접속 횟수는 1부터 100000까지의 숫자로 입력하세요.');
      expect(terrace.state().switches.hourlyLimit).toMatchObject({ use: false, max: 500 });
      await one.postThenRead('/filter/hourlyLimit.do', { ...fields, maxCnt: '300' });
      expect(terrace.state().switches.hourlyLimit).toMatchObject({ use: true, max: 300 });
    },
  );
});

describe('a list', () => {
  it('adds an entry as text, refuses it twice, and deletes it', async () => {
    const one = await signedInTerrace(terrace.url);
    const page = await one.postThenRead(white, { value: '203.0.113.7', note: '<b>재택</b>' });
    expect(page).toContain('저장되었습니다.');
    expect(page).toContain('&lt;b&gt;재택&lt;/b&gt;');
    expect(page).not.toContain('<b>재택');
    const again = await one.postThenRead(white, { value: '203.0.113.7', note: '' });
    expect(again).toContain('이미 등록된 IP 주소입니다.');
    const [entry] = terrace.state().lists.superWhiteIp!;
    expect(entry).toMatchObject({ value: '203.0.113.7', note: '<b>재택</b>' });
    const remove = '/filter/superWhiteIpDelete.do';
    expect(await one.postThenRead(remove, { id: String(entry!.id) })).toContain('삭제되었습니다.');
    expect(terrace.state().lists.superWhiteIp).toEqual([]);
    expect(await one.postThenRead(remove, { id: String(entry!.id) })).toContain('이미 삭제된 항목입니다.');
  });

  it.each([
    [white, '300.1.1.1', 'IP 주소 형식이 올바르지 않습니다.'],
    [white, '', 'IP 주소를 입력해 주세요.'],
    ['/filter/senderBlock.do', 'no domain', '메일 주소 또는 도메인 형식이 올바르지 않습니다.'],
    ['/filter/countryAllow.do', 'XX', '국가를 선택하세요.'],
    ['/filter/countryAllow.do', 'toString', '국가를 선택하세요.'],
    ['/filter/countryAllow.do', 'KR', '이미 등록된 국가입니다.'],
  ])('%s refuses %j', async (path, value, sentence) => {
    const one = await signedInTerrace(terrace.url);
    const before = terrace.state().lists;
    const page = await one.postThenRead(path, { value, note: '메모' });
    expect(page).toContain(sentence);
    // The form stands open again with what was typed.
    expect(page).toMatch(/id="addForm" class=""/);
    expect(page).toContain('value="메모"');
    expect(terrace.state().lists).toEqual(before);
  });
});

describe('컨텐츠 필터', () => {
  const edit = '/filter/contentEdit.do';
  const fields = {
    id: '0',
    name: '견적 사칭',
    useYn: 'Y',
    join: 'OR',
    field: '제목',
    compare: '포함',
    text: '견적',
    action: '차단',
  };

  it('adds, changes and, after a page that asks, deletes a filter', async () => {
    const one = await signedInTerrace(terrace.url);
    expect(await one.postThenRead(edit, fields)).toContain('저장되었습니다.');
    const added = terrace.state().contentRules.at(-1)!;
    expect(added).toMatchObject({
      name: '견적 사칭',
      join: 'OR',
      conditions: [{ field: '제목', compare: '포함', text: '견적' }],
    });
    await one.postThenRead(edit, { ...fields, id: String(added.id), action: '통과' });
    expect(terrace.state().contentRules.at(-1)).toEqual({ ...added, action: '통과' });
    const ask = await (await one.get(`/filter/contentDelete.do?id=${added.id}`)).text();
    expect(ask).toContain('삭제하시겠습니까?');
    expect(terrace.state().contentRules).toHaveLength(3);
    await one.post('/filter/contentDelete.do', { id: String(added.id) });
    expect(terrace.state().contentRules).toHaveLength(2);
  });

  it.each([
    [{ ...fields, name: '' }, '필터 이름을 입력하세요.'],
    [{ ...fields, name: '광고 제목 차단' }, '이미 등록된 필터 이름입니다.'],
    [{ ...fields, text: '' }, '조건을 하나 이상 입력하세요.'],
    [{ ...fields, field: '없는 항목' }, '조건 또는 처리 방법이 올바르지 않습니다.'],
  ])('refuses %j', async (wrong, sentence) => {
    const one = await signedInTerrace(terrace.url);
    const before = terrace.state().contentRules;
    expect(await one.postThenRead(edit, wrong)).toContain(sentence);
    expect(terrace.state().contentRules).toEqual(before);
  });
});
