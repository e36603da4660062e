import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Corpus } from './debian.ts';
import type { Task } from './queries.ts';

const LATIN = /^[A-Za-z][A-Za-z .-]{2,}$/;

/** The groups of words that our own support keeps: written for mail consoles, not for the corpora measured here. */
export function termbase(): string[][] {
  const file = join(import.meta.dirname, '../../../content/terms.yaml');
  return (parse(readFileSync(file, 'utf8')) as { terms: unknown[][] }).terms.map((group) =>
    group.map(String),
  );
}

/**
 * An English term as the query, and the Korean documents that have its Korean word in the title and no word of the
 * query anywhere: only a termbase can lead there.
 */
export function englishTerms({ documents }: Corpus, groups: readonly string[][]): Task {
  const folded = documents.map(({ id, title, body }) => ({
    id,
    title,
    all: `${title}\n${body}`.toLowerCase(),
  }));
  const queries = groups.flatMap((group) => {
    const korean = group.filter((word) => /^[가-힣 ]{2,}$/.test(word));
    return group
      .filter((word) => LATIN.test(word))
      .flatMap((text) => {
        const [id, ...also] = folded
          .filter(
            ({ title, all }) =>
              korean.some((word) => title.includes(word)) && !all.includes(text.toLowerCase()),
          )
          .map((each) => each.id);
        return id === undefined ? [] : [{ text, id, also }];
      });
  });
  return { name: 'English term', documents, queries };
}
