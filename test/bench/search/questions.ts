import type { Query } from './queries.ts';

/** One question a line; behind `|` the pages that may answer it, the best first. */
export const readQuestions = (text: string): Query[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [question, pages] = line.split('|') as [string, string];
      const [id, ...also] = pages.split(' ') as [string, ...string[]];
      return { text: question, id, also };
    });
