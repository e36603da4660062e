import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArticleEntry,
  type Catalogue,
  type Placed,
  readShelf,
  type Shelf,
  shelve,
  shelvesFor,
  wholeCatalogue,
} from '../../../shared/bundle/index.ts';
import { json, refOf, sampleCatalogue, utf8 } from './samples.ts';

const text = (id: string, over: Partial<Placed> = {}): Placed => ({
  id,
  lang: 'ko',
  console: 'hiworks',
  translation: false,
  ...over,
});
const many = (count: number, over: Partial<Placed> = {}) =>
  Array.from({ length: count }, (_, number) => text(`a-${number}`, over));
const named = (shelves: Map<{ name: string }, Placed[]>) =>
  Object.fromEntries([...shelves].map(([{ name }, texts]) => [name, texts.map(({ id }) => id)]));

describe('shelves', () => {
  it('are one for each console and language', async () => {
    const texts = [text('a'), text('b', { console: null }), text('a', { lang: 'en', translation: true })];
    expect(named(await shelve(texts, 10))).toEqual({
      '_.ko': ['b'],
      'hiworks.en': ['a'],
      'hiworks.ko': ['a'],
    });
    const [, english] = [...(await shelve(texts, 10)).keys()];
    expect(english).toEqual({ name: 'hiworks.en', console: 'hiworks', lang: 'en', translations: true });
  });

  it('hold no more than they may, and every text once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 50 }),
        async (count, limit) => {
          const shelves = [...(await shelve(many(count), limit)).values()];
          for (const shelf of shelves) {
            expect(shelf.length).toBeGreaterThan(0);
            expect(shelf.length).toBeLessThanOrEqual(limit);
          }
          expect(
            shelves
              .flat()
              .map(({ id }) => id)
              .sort(),
          ).toEqual(
            many(count)
              .map(({ id }) => id)
              .sort(),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('stay as they are when one text comes: only the shelf that takes it changes, at most into two', async () => {
    for (const count of [0, 10, 63, 64, 65, 200, 500]) {
      const before = named(await shelve(many(count), 16));
      const after = named(await shelve([...many(count), text('one-more')], 16));
      const changed = Object.keys({ ...before, ...after }).filter(
        (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
      );
      // The old one gone and its halves there; a half may have to be split again.
      expect(
        changed
          .filter((name) => !(name in before))
          .every((name) =>
            changed.some((old) => (old in before ? name.startsWith(old) || old === name : true)),
          ),
      ).toBe(true);
      expect(changed.filter((name) => name in before).length).toBeLessThanOrEqual(1);
    }
  });

  it('do not depend on the order of the texts', async () => {
    const texts = many(300);
    const sorted = (shelves: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(shelves).map(([name, ids]) => [name, ids.sort()]));
    expect(sorted(named(await shelve([...texts].reverse(), 20)))).toEqual(
      sorted(named(await shelve(texts, 20))),
    );
  });
});

const entry = (id: string, over: Partial<ArticleEntry> = {}): ArticleEntry => ({
  ...sampleCatalogue().articles[0]!,
  id,
  title: `${id} ${over.lang ?? 'ko'}`,
  ...over,
});
const base = (over: Partial<Catalogue>): Catalogue => ({
  ...sampleCatalogue(),
  articles: [],
  guides: [],
  ...over,
});
const shelfOf = (...articles: ArticleEntry[]): Shelf => ({ articles, guides: [], parts: [] });

describe('a reader', () => {
  const shelves = [
    { name: '_.ko', console: null, lang: 'ko' },
    { name: 'hiworks.en', console: 'hiworks', lang: 'en', translations: true as const },
    { name: 'hiworks.ja', console: 'hiworks', lang: 'ja' },
    { name: 'hiworks.ko', console: 'hiworks', lang: 'ko' },
    { name: 'terrace.ko', console: 'terrace', lang: 'ko' },
  ];
  const order = (lang: string, console: string | null) =>
    shelvesFor(base({ shelves }), lang, console).map(({ name }) => name);

  it('loads what is about the console in front first, and other languages last', () => {
    expect(order('ko', 'terrace')).toEqual(['terrace.ko', '_.ko', 'hiworks.ko', 'hiworks.ja']);
    expect(order('ko', null).slice(0, 1)).toEqual(['_.ko']);
  });

  it('does not load translations into a language that is not its own', () => {
    expect(order('ko', 'hiworks')).not.toContain('hiworks.en');
    expect(order('en', 'hiworks')[0]).toBe('hiworks.en');
  });

  it('sees each article once: in its own language, else as it was written', () => {
    const translated = { translated: true as const };
    const catalogue = base({
      articles: [entry('a'), entry('b')],
      translations: { articles: [entry('a', { lang: 'en', ...translated })], guides: [] },
    });
    const titles = (lang: string) => wholeCatalogue(catalogue, [], lang).articles.map(({ title }) => title);
    expect(titles('en')).toEqual(['a en', 'b ko']);
    expect(titles('ja')).toEqual(['a ko', 'b ko']);
    const onShelves = [shelfOf(entry('a', { lang: 'en', ...translated })), shelfOf(entry('a'), entry('b'))];
    const titlesThere = (lang: string) =>
      wholeCatalogue(base({}), onShelves, lang).articles.map(({ title }) => title);
    expect(titlesThere('en')).toEqual(['a en', 'b ko']);
    expect(titlesThere('ja')).toEqual(['a ko', 'b ko']);
  });
});

describe('a shelf as bytes', () => {
  it('is read as it was written', async () => {
    const shelf = {
      ...shelfOf(entry('a')),
      parts: [await refOf('article/a', utf8('x')), await refOf('guide/a.en', utf8('y'))],
    };
    expect(readShelf(json(shelf), 'hiworks.ko')).toEqual(shelf);
  });

  it.each([
    ['a shelf on a shelf', 'shelf/hiworks.ko'],
    ['a catalogue', 'catalogue'],
    ['a search index', 'search/hiworks.ko'],
    ['a path', 'article/../x'],
    ['another language', 'article/a.fr'],
  ])('does not list %s', async (_what, name) => {
    const shelf = { ...shelfOf(), parts: [{ name, hash: '0'.repeat(64), size: 1 }] };
    expect(() => readShelf(json(shelf), 'hiworks.ko')).toThrow(
      expect.objectContaining({ code: 'shape', where: 'shelf/hiworks.ko' }),
    );
  });
});
