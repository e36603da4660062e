import type { Document } from '../../../shared/search/index.ts';
import {
  asInquiry,
  choseong,
  inEnglish,
  inKorean,
  noSpaces,
  typo,
  unfinished,
  withParticles,
} from './corrupt.ts';
import type { Corpus } from './debian.ts';
import { type Random, seeded } from './random.ts';

export interface Query {
  text: string;
  id: string;
  /** Other documents that answer as well. */
  also?: string[];
}
/** Queries of one class against one set of documents. */
export interface Task {
  name: string;
  documents: Document[];
  queries: Query[];
}

const CLASSES: [string, (title: string, random: Random) => string | null][] = [
  ['keyword', (title) => title],
  ['no spaces', (title) => noSpaces(title)],
  ['particle', withParticles],
  ['sentence', asInquiry],
  ['1 typo', typo],
  ['2 typos', (title, random) => typo(typo(title, random), random)],
  ['choseong', (title) => (choseong(title).length >= 4 ? choseong(title) : null)],
  ['layout ko->en', (title) => (/[a-z]/i.test(title) ? null : inEnglish(title))],
  [
    'layout en->ko',
    (title) => {
      const word = /[A-Za-z]{3,}/.exec(title)?.[0];
      return word ? title.replace(word, inKorean(word)) : null;
    },
  ],
  ['composing', unfinished],
];

/** Titles that name one document only, with enough Hangul to be corrupted. */
function uniqueTitles(documents: readonly Document[]): Document[] {
  const count = new Map<string, number>();
  const key = ({ title }: Document) => title.replace(/\s/g, '').toLowerCase();
  for (const document of documents) count.set(key(document), (count.get(key(document)) ?? 0) + 1);
  return documents.filter((document) => {
    const syllables = document.title.match(/[가-힣]/g)?.length ?? 0;
    return (
      count.get(key(document)) === 1 &&
      syllables >= 4 &&
      syllables / document.title.length > 0.5 &&
      document.title.length <= 40
    );
  });
}

export function titleTasks(corpus: Corpus, count: number, seed: number): Task[] {
  const pool = uniqueTitles(corpus.documents);
  return CLASSES.map(([name, corrupt], number) => {
    const random = seeded(seed * 100 + number);
    const queries: Query[] = [];
    for (const { title, id } of random.sample(pool, pool.length)) {
      const text = corrupt(title, random);
      if (text !== null && queries.length < count) queries.push({ text, id });
    }
    return { name, documents: corpus.documents, queries };
  });
}

/** The title as a question against bodies that do not have it. */
export function withoutTitle(corpus: Corpus, count: number, seed: number): Task {
  const random = seeded(seed);
  const documents = corpus.documents.map((document) => ({ ...document, title: '', headings: [] }));
  const queries = random
    .sample(uniqueTitles(corpus.documents), count)
    .map(({ title, id }) => ({ text: title, id }));
  return { name: 'title withheld', documents, queries };
}

/** A sentence taken out of a body, against what is left of it. */
export function sentenceOut(corpus: Corpus, count: number, seed: number): Task {
  const random = seeded(seed);
  const queries: Query[] = [];
  const documents = corpus.documents.map((document) => ({ ...document }));
  for (const document of random.sample(documents, documents.length)) {
    if (queries.length === count) break;
    const lines = document.body.split('\n');
    const able = lines
      .map((line, i) => ({ line, i }))
      .filter(
        ({ line }) =>
          line.length >= 20 && line.length <= 90 && (line.match(/[가-힣]/g)?.length ?? 0) > line.length * 0.5,
      );
    if (able.length < 2 || lines.length < 4) continue;
    const { line, i } = random.of(able);
    document.body = lines.toSpliced(i, 1).join('\n');
    queries.push({ text: line, id: document.id });
  }
  return { name: 'sentence out', documents, queries };
}

export function indexTerms(corpus: Corpus, count: number, seed: number): Task | null {
  if (!corpus.terms) return null;
  return {
    name: 'index term',
    documents: corpus.documents,
    queries: seeded(seed)
      .sample(corpus.terms, count)
      .map(({ query, id }) => ({ text: query, id })),
  };
}

/** One sentence of each set as a document, its paraphrases as queries. */
export function paraphraseTask(sets: readonly (readonly string[])[]): Task {
  const documents = sets.map(([title], number) => ({
    id: `p${number}`,
    title: title!,
    body: '',
    lang: 'ko',
  }));
  const queries = sets.flatMap((set, number) => set.slice(1).map((text) => ({ text, id: `p${number}` })));
  return { name: 'paraphrase', documents, queries };
}

/** The same among sentences of other documents, so that rarity means something. */
export function amongOthers(task: Task, corpus: Corpus, count: number, seed: number): Task {
  const sentences = corpus.documents
    .flatMap(({ body }) => body.split('\n'))
    .filter((line) => line.length >= 15 && line.length <= 70 && /[가-힣]{2}/.test(line));
  const others = seeded(seed)
    .sample([...new Set(sentences)], count)
    .map((title, number) => ({ id: `o${number}`, title, body: '', lang: 'ko' }));
  return { ...task, documents: [...task.documents, ...others] };
}
