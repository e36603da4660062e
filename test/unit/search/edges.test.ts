import { describe, expect, it } from 'vitest';
import { createIndex, pick, search } from '../../../shared/search/index.ts';

const index = createIndex([
  {
    id: 'spam',
    title: '스팸메일 차단',
    body: '차단 목록에 주소를 넣습니다. 정규식 ^a.*(b|c)[0-9]+$ 도 됩니다.',
  },
  { id: 'arabic', title: 'بريد إلكتروني 받기', body: 'הודעת דואר אלקטרוני' },
  { id: 'emoji', title: '이모지 😀 서명', body: '👨‍👩‍👧 가족 그림을 서명에 넣습니다.' },
  { id: 'code', title: '550 5.7.1 거부', body: 'C++ 프로그램이 a/b\\c 를 보냅니다.' },
]);
const ids = (query: string, options = {}) => search(index, query, options).map(({ id }) => id);

describe('queries at the edge', () => {
  it.each(['', ' ', '\n\t', '\u3000'])('%j asks for nothing and finds nothing', (query) => {
    expect(ids(query)).toEqual([]);
  });

  it('one jamo is the beginning of something', () => {
    expect(ids('ㅅ')).toContain('spam');
    expect(ids('스')).toEqual(['spam']);
  });

  it.each([
    ['بريد', 'arabic'],
    ['דואר', 'arabic'],
    ['😀 서명', 'emoji'],
    ['5.7.1', 'code'],
    ['정규식 ^a.*(b|c)[0-9]+$', 'spam'],
    ['스팸\u0000메일', 'spam'],
    ['\u202e스팸메일\u202c', 'spam'],
    ['스팸메일 \ud83d', 'spam'],
    ['스팸메일'.normalize('NFD'), 'spam'],
  ])('%j finds %s', (query, id) => {
    expect(ids(query)[0]).toBe(id);
  });

  it.each([
    '(',
    '[',
    '\\',
    '*',
    '.',
    '+?',
    '(?=',
    '[^',
    '\u0000',
    '😀',
    '👨‍👩‍👧',
    '!!!',
    '\ud83d',
    '__proto__',
  ])('%j is taken as text', (query) => {
    expect(() => ids(query)).not.toThrow();
    expect(() => pick(['보안 설정', '__proto__'], query, (item) => item)).not.toThrow();
  });

  it('choseong among characters that mean something in patterns', () => {
    expect(ids('ㅅㅍ.*')).toEqual(['spam']);
    expect(ids('(ㅅㅍ')).toEqual(['spam']);
  });

  it('ten thousand characters are read from the end and answered', () => {
    expect(ids(`${'그런데 말입니다 '.repeat(1200)} 스팸메일 차단`)[0]).toBe('spam');
    expect(() => ids('가'.repeat(10_000))).not.toThrow();
    expect(() => ids('a'.repeat(10_000))).not.toThrow();
    expect(() => ids('ㅅ'.repeat(10_000))).not.toThrow();
    expect(() => ids('가나다라마바사아자차 '.repeat(1000))).not.toThrow();
  });

  it('a limit is kept, and none of zero or less', () => {
    expect(ids('서명 차단 받기 거부', { limit: 2 })).toHaveLength(2);
    expect(ids('스팸', { limit: 0 })).toEqual([]);
    expect(ids('스팸', { limit: -1 })).toEqual([]);
  });
});

describe('headings', () => {
  it('weigh more than the same words in a body', () => {
    const text = (heading: string, body: string) => ({ title: '안내', headings: [heading], body });
    const two = createIndex([
      { id: 'body', ...text('그 밖의 이야기', '휴면 계정 복구를 다룹니다. 자세히 봅시다.') },
      { id: 'heading', ...text('휴면 계정 복구', '그 밖의 이야기를 다룹니다. 자세히 봅시다.') },
    ]);
    expect(search(two, '휴면 계정 복구').map(({ id }) => id)).toEqual(['heading', 'body']);
    expect(search(two, 'ㅎㅁㄱㅈ').map(({ id }) => id)).toEqual(['heading']);
  });
});

describe('abbreviations spelt in the other script', () => {
  const spelt = createIndex([
    { id: 'ip', title: 'IP 주소 찾기', body: '' },
    { id: 'dvd', title: 'DVD 재생', body: '' },
    { id: 'hangul', title: '유에스비 꺼내기', body: '' },
  ]);
  it.each([
    ['아이피', 'ip'],
    ['디비디', 'dvd'],
    ['USB', 'hangul'],
  ])('%s finds %s', (query, id) => {
    expect(search(spelt, query)[0]).toMatchObject({ id, why: ['비슷한 말'] });
  });
});

describe('everyday words', () => {
  const titles = [
    '비밀번호 변경',
    '이미지 해상도 바꾸기',
    '소유자 바꾸기 취소',
    '글꼴 변경',
    '화면 배경 변경',
  ];
  const index = createIndex(
    [...titles, '검정 배경에 흰 글씨'].map((title) => ({ id: title, title, body: '' })),
  );

  it.each([
    // Both words have another in the title; a title with one of them as it was typed is no better answer.
    ['암호 바꾸기', '비밀번호 변경'],
    ['검은 바탕 하얀 글자', '검정 배경에 흰 글씨'],
  ])('of a title stand for those that were typed: %s', (query, id) => {
    expect(search(index, query)[0]?.id).toBe(id);
  });

  it('inside a long text count less than in a title', () => {
    const long = '설정 화면에서 이미지를 고르고 해상도를 바꾸는 순서를 적었습니다. '.repeat(6);
    const fees = createIndex([
      { id: 'body', title: '고객센터 안내', body: `${long} 가격은 따로 정합니다. ${long}` },
      { id: 'title', title: '요금 납부 기한', body: '매달 말일입니다.' },
    ]);
    const [first, second] = search(fees, '비용은 언제까지');
    expect(first?.id).toBe('title');
    expect(second?.score ?? 0).toBeLessThan(first!.score / 4);
  });
});
