import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadIndexes } from '../../../shared/bundle/merge-index.ts';
import { createIndex, type Document, search, serialize } from '../../../shared/search/index.ts';

const WORDS = [
  '메일',
  '차단',
  '보안',
  '주소',
  '첨부',
  '파일',
  '스팸',
  'POP3',
  '설정',
  '삭제',
  '복구',
  'DKIM',
  '목록',
];
const documents = (count: number): Document[] =>
  Array.from({ length: count }, (_, number) => {
    const word = (at: number) => WORDS[(number * 7 + at * (3 + (number % 5))) % WORDS.length]!;
    return {
      id: `d${number}`,
      title: `${word(1)} ${word(2)}`,
      body: `${word(3)}에서 ${word(4)}을 ${word(5)}합니다. (${number})\n${word(6)} - ${word(7)}`,
      tags: [word(8)],
      lang: number % 4 === 3 ? 'en' : 'ko',
      console: number % 3 === 0 ? 'hiworks' : null,
      updated: `2026-01-${String((number % 28) + 1).padStart(2, '0')}`,
      related: number % 5 === 0 ? [`d${(number * 3 + 1) % count}`] : [],
    };
  });
const terms = [['스팸', 'spam', '정크메일']];

describe('indexes read together', () => {
  it('answer as one index of all documents does', () => {
    const list = documents(60);
    const whole = createIndex(list, { terms });
    for (const size of [1, 7, 20, 60]) {
      const parts: Uint8Array[] = [];
      for (let at = 0; at < list.length; at += size)
        parts.push(serialize(createIndex(list.slice(at, at + size), { terms })));
      const merged = loadIndexes(parts);
      for (const query of [
        '메일 차단',
        '스팸',
        'spam',
        'ㅁㅇ',
        '보안 설정',
        'pop3 목로',
        'apdlf',
        '복구 첨부 파일',
      ])
        for (const options of [{}, { lang: 'ko' }, { console: 'hiworks' }, { limit: 30 }])
          expect(search(merged, query, options), `${query} in parts of ${size}`).toEqual(
            search(whole, query, options),
          );
    }
  });

  it('any way they are cut', () => {
    const list = documents(30);
    const whole = createIndex(list);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 29 }), { maxLength: 6 }),
        fc.constantFrom(...WORDS),
        (cuts, query) => {
          const ends = [...new Set([...cuts, 30])].sort((a, b) => a - b);
          const parts = ends.map((end, at) => serialize(createIndex(list.slice(ends[at - 1] ?? 0, end))));
          expect(search(loadIndexes(parts), query)).toEqual(search(whole, query));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of which one is damaged are refused', () => {
    const good = serialize(createIndex(documents(3)));
    expect(() => loadIndexes([good, good.slice(0, -3)])).toThrow(/^search: /);
    expect(() => loadIndexes([])).toThrow(/^search: /);
  });
});
