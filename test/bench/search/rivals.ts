import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import flexsearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createIndex, type Document, search } from '../../../shared/search/index.ts';
import type { Ask } from './measure.ts';

/** Each rival with the settings that suit Korean best; `flexsearch` and `orama` ship no Korean of their own. */
export interface Engine {
  name: string;
  build: (documents: readonly Document[]) => Ask | Promise<Ask>;
  /** Too slow for many queries. */
  slow?: boolean;
}

const bigrams = (text: string): string[] => {
  const grams: string[] = [];
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length === 1) grams.push(word);
    for (let i = 1; i < word.length; i++) grams.push(word.slice(i - 1, i + 1));
  }
  return grams;
};

export const ours: Engine = {
  name: 'giljabi',
  build: (documents) => {
    const index = createIndex(documents);
    return (query) => search(index, query, { limit: 10 }).map(({ id }) => id);
  },
};

/** Ours with the groups of words that support keeps. */
export const oursWith = (terms: string[][]): Engine => ({
  name: 'giljabi, termbase',
  build: (documents) => {
    const index = createIndex(documents, { terms });
    return (query) => search(index, query, { limit: 10 }).map(({ id }) => id);
  },
});

function fuse(name: string, options: object): Engine {
  return {
    name,
    slow: true,
    build: (documents) => {
      const keys = [
        { name: 'title', weight: 3 },
        { name: 'body', weight: 1 },
      ];
      const fuse = new Fuse([...documents], { keys, ...options });
      return (query) => fuse.search(query, { limit: 10 }).map(({ item }) => item.id);
    },
  };
}

function mini(name: string, options: object, searchOptions: object): Engine {
  return {
    name,
    build: (documents) => {
      const mini = new MiniSearch<Document>({
        fields: ['title', 'body'],
        ...options,
        searchOptions: { boost: { title: 3 }, ...searchOptions },
      });
      mini.addAll(documents);
      return (query) =>
        mini
          .search(query)
          .slice(0, 10)
          .map(({ id }) => String(id));
    },
  };
}

const flex: Engine = {
  name: 'flexsearch forward',
  build: (documents) => {
    const index = new flexsearch.Document({
      tokenize: 'forward',
      document: { id: 'id', index: ['title', 'body'] },
    });
    for (const { id, title, body } of documents) index.add({ id, title, body });
    return (query) => {
      const found = index.search(query, { limit: 10, suggest: true }) as {
        field: string;
        result: string[];
      }[];
      return [...new Set(found.flatMap(({ result }) => result))].slice(0, 10);
    };
  },
};

const orama: Engine = {
  name: 'orama bigram',
  build: async (documents) => {
    const tokenizer = { language: 'korean', normalizationCache: new Map(), tokenize: bigrams };
    const db = create({
      schema: { id: 'string', title: 'string', body: 'string' } as const,
      components: { tokenizer },
    });
    await insertMultiple(
      db,
      documents.map(({ id, title, body }) => ({ id, title, body })),
      2000,
    );
    return (query) => {
      const found = oramaSearch(db, { term: query, limit: 10, boost: { title: 3 } }) as {
        hits: { document: { id: string } }[];
      };
      return found.hits.map(({ document }) => document.id);
    };
  },
};

export const rivals: Engine[] = [
  mini('minisearch bigram', { tokenize: bigrams }, {}),
  mini('minisearch prefix+fuzzy', {}, { prefix: true, fuzzy: 0.2 }),
  flex,
  orama,
  fuse('fuse.js', {}),
  fuse('fuse.js token search', { useTokenSearch: true, ignoreLocation: true }),
];
