import { describe, expect, it } from 'vitest';
import { createIndex, loadIndex, search, serialize } from '../../../shared/search/index.ts';
import { BODY, HEADINGS, TAGS, TITLE, textOf } from '../../../shared/search/store.ts';

const documents = [
  {
    id: 'a',
    title: ' [TMSe]  메일, 발송!',
    body: '첫 줄.\n\n둘째 줄\t— 5.7.1 오류 (421)…',
    headings: ['증상', '해결'],
    tags: ['SMTP'],
    lang: 'ko',
    console: 'terrace',
    updated: '2026-11-21',
    related: ['b'],
  },
  { id: 'b', title: '', body: '', lang: 'ja' },
  { id: 'c', title: 'メールが届かない', body: 'Ｏｕｔｌｏｏｋ の設定を確認します。😀 끝', lang: 'ja' },
];

describe('a stored index', () => {
  const index = createIndex(documents, { terms: [['메일', 'mail']] });
  const bytes = serialize(index);
  const loaded = loadIndex(bytes);

  it('holds every text as it was written', () => {
    documents.forEach((document, number) => {
      expect(textOf(loaded.store, number, TITLE)).toBe(document.title);
      expect(textOf(loaded.store, number, BODY)).toBe(document.body);
      expect(textOf(loaded.store, number, HEADINGS)).toBe((document.headings ?? []).join('\n'));
      expect(textOf(loaded.store, number, TAGS)).toBe((document.tags ?? []).join('\n'));
    });
  });

  it('is the same for the same documents and stores to the same bytes again', () => {
    expect(serialize(createIndex(documents, { terms: [['메일', 'mail']] }))).toEqual(bytes);
    expect(serialize(loaded)).toEqual(bytes);
    expect(loaded.store.metas).toEqual(index.store.metas);
  });

  it('answers as the one it was made from', () => {
    for (const query of ['메일 발송', 'mail', '5.7.1', 'outlook', 'とどかない', 'ㅁㅇㅂㅅ'])
      expect(search(loaded, query)).toEqual(search(index, query));
  });

  it('is refused when it is cut short or something else', () => {
    for (const length of [0, 3, 10, 200, bytes.length - 1])
      expect(() => loadIndex(bytes.slice(0, length))).toThrow(/^search: /);
    expect(() => loadIndex(new TextEncoder().encode('{"not":"an index"}'))).toThrow(/of another version/);
  });
});

describe('documents that cannot be indexed', () => {
  it('are named', () => {
    expect(() => createIndex([documents[0]!, documents[0]!])).toThrow(/'a'/);
    expect(() => createIndex([{ id: 'x', title: 'x' } as never])).toThrow(/document 0/);
  });
});
