import { describe, expect, it } from 'vitest';
import { checkTerms, type TermExample } from '../../../shared/search/check-terms.ts';
import {
  createIndex,
  type Hit,
  LiveSearch,
  partitions,
  pick,
  remoteSearch,
  Suggester,
  search,
  searchAll,
  serialize,
  serveSearch,
} from '../../../shared/search/index.ts';

const document = (id: string, title: string, body = '', more = {}) => ({ id, title, body, ...more });
const ids = (hits: Hit[]) => hits.map(({ id }) => id);

describe('ranking', () => {
  it('prefers the console in front of the person', () => {
    const index = createIndex([
      document('h', '메일 차단 설정', '', { console: 'hiworks' }),
      document('t', '메일 차단 설정', '', { console: 'terrace' }),
    ]);
    expect(ids(search(index, '메일 차단', { console: 'terrace' }))).toEqual(['t', 'h']);
    expect(ids(search(index, '메일 차단', { console: 'hiworks' }))).toEqual(['h', 't']);
  });

  it('prefers the language asked for', () => {
    const index = createIndex([
      document('en', 'POP3 setup', '', { lang: 'en' }),
      document('ko', 'POP3 설정', '', { lang: 'ko' }),
    ]);
    expect(ids(search(index, 'POP3', { lang: 'ko' }))[0]).toBe('ko');
    expect(ids(search(index, 'POP3', { lang: 'en' }))[0]).toBe('en');
  });

  it('keeps the order of the documents when they are equal, and puts the newer first when they differ in age alone', () => {
    const same = ['c', 'a', 'b'].map((id) => document(id, '보안 메일 읽기'));
    expect(ids(search(createIndex(same), '보안 메일'))).toEqual(['c', 'a', 'b']);
    const aged = createIndex([
      document('old', '보안 메일', '', { updated: '2020-01-01' }),
      document('new', '보안 메일', '', { updated: '2026-01-01' }),
    ]);
    expect(ids(search(aged, '보안 메일'))).toEqual(['new', 'old']);
  });

  it('puts a title that starts with what was typed before one that has it inside', () => {
    const index = createIndex([document('in', '새 주소록 만들기'), document('start', '주소록 가져오기')]);
    expect(ids(search(index, '주소록'))[0]).toBe('start');
  });

  it('knows terms of two words and of either script', () => {
    const index = createIndex([document('junk', '스팸 메일함 비우기'), document('other', '도메인 추가')], {
      terms: [
        ['스팸', '정크 메일', 'junk mail'],
        ['도메인', 'domain', '인터넷 주소 이름'],
      ],
    });
    expect(ids(search(index, '정크 메일'))[0]).toBe('junk');
    for (const query of ['정크메일', 'junk mail'])
      expect(search(index, query)[0]).toMatchObject({ id: 'junk', why: ['비슷한 말'] });
    expect(ids(search(index, 'domain'))).toEqual(['other']);
    expect(ids(search(index, '인터넷 주소 이름을'))).toEqual(['other']);
  });

  it('hears loanwords', () => {
    const index = createIndex([document('o', '아웃룩 연결'), document('p', '필터 순서')]);
    expect(ids(search(index, 'Outlook'))).toEqual(['o']);
    expect(ids(search(index, 'filter'))).toEqual(['p']);
  });

  it('says why', () => {
    const index = createIndex([document('s', '스팸메일 차단'), document('p', '비밀번호 변경')]);
    expect(search(index, 'ㅅㅍㅁㅇ')[0]).toMatchObject({
      id: 's',
      why: ['초성'],
      ranges: { title: [[0, 4]] },
    });
    expect(search(index, 'tmvoaapdlf')[0]).toMatchObject({ id: 's', why: ['한/영 전환'] });
    expect(search(index, '비밀벊호')[0]).toMatchObject({ id: 'p', why: ['오타'] });
    expect(search(index, '스팸메일')[0]).toMatchObject({ id: 's', why: [] });
  });
});

describe('English and Japanese', () => {
  const index = createIndex([
    document('en', 'Recover deleted messages', 'Messages stay in the trash for 30 days.', { lang: 'en' }),
    document('ja', '迷惑メールを拒否する', '差出人のアドレスを登録します。', { lang: 'ja' }),
    document('zz', 'Address book import', 'CSV files', { lang: 'en' }),
  ]);
  it.each([
    ['recovering a deleted message', 'en'],
    ['trash', 'en'],
    ['迷惑メール', 'ja'],
    ['めいわく ﾒｰﾙ', 'ja'],
    ['アドレス登録', 'ja'],
    ['adress book', 'zz'],
  ])('%s finds %s', (query, id) => {
    expect(ids(search(index, query))[0]).toBe(id);
  });
});

describe('suggestions', () => {
  const hit = (id: string, score: number): Hit => ({ id, score, why: [], ranges: { title: [], body: null } });

  it('never arrive out of order', async () => {
    const told: string[] = [];
    const slow = Promise.withResolvers<Hit[]>();
    const suggester = new Suggester(
      (query) => (query === '메' ? slow.promise : [hit(query, 3)]),
      (_, query) => told.push(query),
    );
    const first = suggester.type('메');
    await suggester.type('메일');
    slow.resolve([hit('메', 3)]);
    await first;
    expect(told).toEqual(['메일']);
  });

  it('keep their order while scores hardly change, and give way to a clearly better one', async () => {
    const shown: string[][] = [];
    const answers = [
      [hit('a', 3), hit('b', 2.9)],
      [hit('b', 3.1), hit('a', 3)],
      [hit('b', 9), hit('a', 3)],
    ];
    const suggester = new Suggester(
      () => answers.shift()!,
      (hits) => shown.push(ids(hits)),
    );
    for (const query of ['메', '메일', '메일이']) await suggester.type(query);
    expect(shown).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['b', 'a'],
    ]);
  });

  it('of a search page hold what is not sure, but not what fits by accident', async () => {
    const shown: string[][] = [];
    const live = new LiveSearch(
      () => [hit('sure', 2), hit('fair', 0.6), hit('accident', 0.1)],
      (hits) => shown.push(ids(hits)),
    );
    await live.type('메일');
    expect(shown).toEqual([['sure', 'fair']]);
  });

  it('are none when nothing fits well, and none after stop', async () => {
    const shown: string[][] = [];
    const suggester = new Suggester(
      () => [hit('weak', 0.2)],
      (hits) => shown.push(ids(hits)),
    );
    await suggester.type('점심');
    const late = suggester.type('저녁');
    suggester.stop();
    await late;
    expect(shown).toEqual([[]]);
  });
});

describe('small lists', () => {
  const menus = ['메일 관리', '보안 설정', 'POP3/SMTP 설정', '사용자 추가'];
  it.each([
    ['보안', '보안 설정'],
    ['ㅅㅇㅈ', '사용자 추가'],
    ['qhdks', '보안 설정'],
    ['smtp', 'POP3/SMTP 설정'],
    ['메잃', '메일 관리'],
  ])('%s picks %s', (query, menu) => {
    expect(pick(menus, query, (item) => item)[0]).toBe(menu);
  });
  it('gives everything for nothing, and nothing for nonsense', () => {
    expect(pick(menus, ' ', (item) => item)).toEqual(menus);
    expect(pick(menus, '냉장고', (item) => item)).toEqual([]);
  });
});

describe('parts and workers', () => {
  const documents = [
    document('h', '메일 차단', '', { console: 'hiworks' }),
    document('t', '메일 차단 목록', '', { console: 'terrace' }),
    document('g', '메일 헤더 보기'),
  ];

  it('are found together', () => {
    const parts = partitions(documents);
    expect([...parts.keys()]).toEqual(['hiworks', 'terrace', '']);
    const indexes = [...parts.values()].map((part) => createIndex(part));
    expect(ids(searchAll(indexes, '메일 차단', { limit: 2 })).sort()).toEqual(['h', 't']);
  });

  it('answer over a message channel, and pass errors on', async () => {
    const { port1, port2 } = new MessageChannel();
    serveSearch(port1 as never);
    const remote = remoteSearch(port2 as never);
    await remote.load(serialize(createIndex(documents)));
    expect(ids(await remote.search('메일 헤더'))[0]).toBe('g');
    await expect(remote.load(new Uint8Array(3))).rejects.toThrow(/search: /);
    port1.close();
  });
});

describe('terms.yaml', () => {
  const index = createIndex([document('spam', '스팸 차단'), document('domain', '도메인 연결')], {
    terms: [['스팸', 'spam']],
  });
  const codes = (groups: string[][], examples: TermExample[] = []) =>
    checkTerms({ groups, examples }, index).map(({ list, at, code }) => `${list} ${at} ${code}`);

  it('passes when its examples find what they should', () => {
    expect(codes([['스팸', 'spam']], [{ query: 'spam', finds: 'spam' }])).toEqual([]);
  });
  it('names what is wrong with a group', () => {
    expect(
      codes([
        ['스팸', 'spam'],
        ['도메인'],
        ['Spam ', '쓰레기 편지'],
        ['블록체인', '암호화폐'],
        ['도메인 연결', ' '],
      ]),
    ).toEqual([
      'terms 1 term-alone',
      'terms 2 same-term',
      'terms 3 term-finds-nothing',
      'terms 4 empty-term',
    ]);
  });
  it('names examples that fail, and what they find instead', () => {
    const examples = [
      { query: '블록체인', finds: 'domain' },
      { query: '스팸', finds: 'domain' },
      { query: '스팸', finds: 'gone' },
    ];
    expect(codes([], examples)).toEqual([
      'examples 0 example-fails',
      'examples 1 example-fails',
      'examples 2 no-such-article',
    ]);
    const [nothing, other] = checkTerms({ groups: [], examples }, index);
    expect(nothing?.message.ko).toContain('결과가 없습니다');
    expect(other?.message).toMatchObject({
      ko: expect.stringContaining('첫 결과는 spam'),
      en: expect.stringContaining('first comes spam'),
    });
  });
  it('holds an example to its place', () => {
    const twins = createIndex([document('a', '스팸 차단'), document('b', '스팸 차단')]);
    const fault = (within: number) =>
      checkTerms({ groups: [], examples: [{ query: '스팸 차단', finds: 'b', within }] }, twins);
    expect(fault(2)).toEqual([]);
    expect(fault(1)[0]?.message.en).toContain('in place 2');
  });
});
