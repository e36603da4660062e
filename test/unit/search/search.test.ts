import { describe, expect, it } from 'vitest';
import { createIndex, loadIndex, search, serialize } from '../../../shared/search/index.ts';

const documents = [
  {
    id: 'vanish',
    title: '서버에서 메일이 없어집니다',
    body: 'POP3로 받는 프로그램이 서버에 사본을 남기지 않게 되어 있으면 메일이 서버에서 사라집니다. 아웃룩에서 사본 저장을 켜세요.',
  },
  {
    id: 'ransom',
    title: '랜섬웨어 메일 막기',
    body: '첨부 파일의 확장자를 차단하고 의심스러운 메일은 격리합니다.',
  },
  {
    id: 'spam',
    title: '스팸메일 차단 설정',
    body: '받는 메일의 스팸 등급을 정하고 차단 목록에 주소를 넣습니다.',
  },
  { id: 'password', title: '비밀번호 변경', body: '내 정보에서 비밀번호를 바꿉니다. 8자 이상이어야 합니다.' },
  {
    id: 'smtp',
    title: 'SMTP 발송 오류 421',
    body: 'too many recipients 오류가 나면 한 번에 보내는 수를 줄입니다.',
  },
];
const index = createIndex(documents, { terms: [['스팸', 'spam', '정크메일']] });
const first = (query: string) => search(index, query)[0]?.id;

describe('every way in which Koreans type', () => {
  it.each([
    ['메일이 서버에서 사라져요', 'vanish'],
    ['안녕하세요 랜섬웨어 관련 문의드립니다', 'ransom'],
    ['ㅅㅍㅁㅇ', 'spam'],
    ['tmvoa', 'spam'],
    ['스패', 'spam'],
    ['스팸메일차단', 'spam'],
    ['spam', 'spam'],
    ['비밀번호를 변경하려면', 'password'],
    ['ㄴㅡ쎼', 'smtp'],
    ['too many recipient', 'smtp'],
  ])('%s finds %s', (query, id) => {
    expect(first(query)).toBe(id);
    expect(search(loadIndex(serialize(index)), query)[0]?.id).toBe(id);
  });

  it('finds nothing when nothing fits', () => {
    expect(search(index, '김치찌개 끓이는 법')).toEqual([]);
  });

  it('marks what was found in the title', () => {
    const hit = search(index, '스팸메일')[0]!;
    expect(hit.ranges.title).toEqual([[0, 4]]);
  });
});
