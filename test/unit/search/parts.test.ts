import { describe, expect, it } from 'vitest';
import {
  createIndex,
  type Document,
  type Hit,
  joinIndexes,
  loadParts,
  partitions,
  search,
  searchAll,
  serialize,
} from '../../../shared/search/index.ts';
import { ownDocuments } from './own-documents.ts';

const QUERIES = [
  '메일이 서버에서 사라져요',
  '스팸메일 차단',
  'ㅅㅍㅁㅇ',
  'tmvoaapdlf',
  '비밀벊호 변경',
  '도메인 연결이 안 됩니다',
  'POP3 설정',
  '아웃룩 연결 오류',
  '관리자 추가하려면 어떻게 하나요',
  '대용랴',
  'too many recipient',
  '반송된 메일 확인',
  '컨텐츠 필터에 예외를 등록하려고 합니다',
  '동시 접소 횟수',
  '아이피 차단',
];
const TERMS = [['메일', 'mail']];
const shown = (hits: Hit[]) => hits.map(({ id, score, why }) => [id, score.toFixed(9), why]);

/** The same documents in one index, whose order is that of the parts, since equals keep their order. */
function cut(parts: Document[][]) {
  const whole = createIndex(parts.flat(), { terms: TERMS });
  return { whole, indexes: parts.map((part) => createIndex(part, { terms: TERMS })) };
}

describe('a corpus in parts', () => {
  const documents = ownDocuments();
  const byConsole = [...partitions(documents).values()];
  const byTwenty = Array.from({ length: 20 }, (_, part) => documents.filter((_, i) => i % 20 === part));

  it.each([
    ['by console', byConsole],
    ['in twenty', byTwenty],
  ])('cut %s gives the results of the whole, with the same scores', (_, parts) => {
    expect(documents.length).toBeGreaterThan(40);
    expect(parts.length).toBeGreaterThan(1);
    const { whole, indexes } = cut(parts);
    const stored = loadParts(indexes.map(serialize));
    for (const query of QUERIES) {
      const expected = shown(search(whole, query));
      expect(expected.length).toBeGreaterThan(0);
      expect(shown(searchAll(indexes, query)), query).toEqual(expected);
      expect(shown(search(stored, query)), query).toEqual(expected);
    }
  });

  it('may be joined one by one as they arrive', () => {
    const { whole, indexes } = cut(byConsole);
    const joined = indexes.reduce((before, next) => joinIndexes([before, next]));
    for (const query of QUERIES) expect(shown(search(joined, query))).toEqual(shown(search(whole, query)));
  });

  it('keeps what editors linked across parts', () => {
    const part = (id: string, title: string, related: string[]) =>
      createIndex([{ id, title, body: '', related }]);
    const rest = [part('b', '보안 메일을 차단', []), part('c', '보안 메일을 차단', [])];
    const found = (related: string[]) =>
      searchAll([part('a', '메일 차단', related), ...rest], '메일 차단').map(({ id }) => id);
    expect(found([])).toEqual(['a', 'b', 'c']);
    expect(found(['c', 'gone'])).toEqual(['a', 'c', 'b']);
  });

  it('finds a document once that is in several parts, as the first part has it', () => {
    const part = (title: string) => createIndex([{ id: 'a', title, body: '' }]);
    const hits = searchAll([part('메일 차단'), part('보안 메일을 차단')], '메일 차단');
    expect(hits.map(({ ranges }) => ranges.title)).toEqual([
      [
        [0, 2],
        [3, 5],
      ],
    ]);
  });

  it('is searched anew when parts change, and finds nothing in none', () => {
    const [a, b] = ['메일 차단', '메일 전달'].map((title, i) =>
      createIndex([{ id: `${i}`, title, body: '' }]),
    ) as [never, never];
    expect(searchAll([a, b], '메일')).toHaveLength(2);
    expect(searchAll([a], '메일')).toHaveLength(1);
    expect(searchAll([a, b], '메일')).toHaveLength(2);
    expect(searchAll([], '메일')).toEqual([]);
    expect(search(loadParts([]), '메일')).toEqual([]);
  });
});
