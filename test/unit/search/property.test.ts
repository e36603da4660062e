import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edits, editsWithin } from '../../../shared/search/distance.ts';
import { createIndex, loadIndex, type Range, search, serialize } from '../../../shared/search/index.ts';
import { BODY, TITLE, textOf } from '../../../shared/search/store.ts';
import { typed } from '../../../shared/search/typing.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        '메일',
        '스팸을',
        ' ',
        'SMTP',
        '5.7.1',
        '차단',
        '.',
        'ㅅㅍ',
        'tmvoa',
        'メール',
        '\n',
        '😀',
        '가',
        'ㄳ',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const documents = fc
  .array(fc.record({ title: text, body: text }), { minLength: 1, maxLength: 8 })
  .map((list) => list.map((one, number) => ({ id: `d${number}`, ...one })));

const sound = (ranges: readonly Range[], length: number): boolean =>
  ranges.every(
    ([start, end], i) => start >= 0 && start < end && end <= length && (i === 0 || start > ranges[i - 1]![1]),
  );

describe('search, whatever is in documents and queries', () => {
  it('never throws, gives each document once, best first, with ranges inside the texts', () => {
    fc.assert(
      fc.property(documents, text, (list, query) => {
        const hits = search(createIndex(list), query);
        expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
        for (const [i, { id, score, ranges }] of hits.entries()) {
          if (i > 0) expect(score).toBeLessThanOrEqual(hits[i - 1]!.score);
          expect(Number.isFinite(score)).toBe(true);
          const { title, body } = list.find((one) => one.id === id)!;
          expect(sound(ranges.title, title.normalize('NFC').length)).toBe(true);
          if (ranges.body) {
            expect(body.normalize('NFC')).toContain(ranges.body.text);
            expect(sound(ranges.body.ranges, ranges.body.text.length)).toBe(true);
          }
        }
      }),
    );
  });

  it('stores and loads every text unit by unit', () => {
    fc.assert(
      fc.property(documents, (list) => {
        const index = createIndex(list);
        const { store } = loadIndex(serialize(index));
        list.forEach((_, number) => {
          for (const field of [TITLE, BODY])
            expect(textOf(store, number, field)).toBe(textOf(index.store, number, field));
        });
      }),
    );
  });

  it('refuses bytes that are damaged, cut short or something else, with one error that says what to do', () => {
    const bytes = serialize(createIndex([{ id: 'a', title: '메일 차단', body: '스팸을 막습니다.' }]));
    const refused = /^search: index damaged or of another version; download or publish it again$/;
    const change = fc.record({ at: fc.nat(bytes.length - 1), by: fc.integer({ min: 1, max: 255 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const damaged = bytes.slice();
        for (const { at, by } of changes) damaged[at]! ^= by;
        fc.pre(damaged.some((byte, i) => byte !== bytes[i]));
        expect(() => loadIndex(damaged)).toThrow(refused);
      }),
    );
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(() => loadIndex(bytes.slice(0, length))).toThrow(refused);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (other) => {
        expect(() => loadIndex(other)).toThrow(refused);
      }),
    );
  });

  it('types any keys without throwing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (keys) => typeof typed(keys) === 'string'));
  });
});

describe('edit distances', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });
  it('is 0 for equal words only, and alike both ways', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(edits(a, b, 9) === 0).toBe(a === b);
        expect(edits(a, b, 9)).toBe(edits(b, a, 9));
      }),
    );
  });
  it('is at most the whole distance within a text, and 0 when it is contained', () => {
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editsWithin(a, b, 99)).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(editsWithin(a, b + a + c, 99)).toBe(0);
      }),
    );
  });
});
