import { translations } from './catalogues.ts';
import { corpora, SEED } from './corpora.ts';
import { englishTerms, termbase } from './english-terms.ts';
import { HELD_PARAPHRASES } from './held-paraphrases.ts';
import { type Ask, hitRates } from './measure.ts';
import { PARAPHRASES } from './paraphrases.ts';
import {
  amongOthers,
  indexTerms,
  paraphraseTask,
  sentenceOut,
  type Task,
  titleTasks,
  withoutTitle,
} from './queries.ts';
import { ours, oursWith, rivals } from './rivals.ts';

const percent = (share: number): string => (share * 100).toFixed(0).padStart(3);

/** Hit at rank 1 / in the top 3, in percent; fuse.js over the first twenty queries, since it takes seconds. */
export async function relevance(quick: boolean): Promise<void> {
  const count = quick ? 40 : 150;
  const named = corpora();
  for (const { corpus, tuned } of named) {
    const natural = [
      withoutTitle(corpus, count * 2, SEED),
      sentenceOut(corpus, count * 2, SEED),
      indexTerms(corpus, count * 3, SEED),
      corpus.questions ? { name: 'question', documents: corpus.documents, queries: corpus.questions } : null,
    ];
    const tasks = [...titleTasks(corpus, count, SEED), ...natural].filter((task) => task !== null);
    console.log(
      `\n## ${corpus.name}, ${corpus.documents.length} documents${tuned ? ', used for weights' : ''}`,
    );
    await table(tasks, quick);
  }
  await english(quick);
  const others = named.find(({ corpus }) => corpus.name === 'libreoffice')?.corpus ?? named[0]!.corpus;
  console.log('\n## paraphrases among 900 sentences');
  const sets: [string, readonly (readonly string[])[]][] = [
    ['tuned on', PARAPHRASES],
    ['held out', HELD_PARAPHRASES],
    ['translations', translations()],
  ];
  const tasks = sets
    .filter(([, { length }]) => length > 0)
    .map(([name, list]) => ({ ...amongOthers(paraphraseTask(list), others, 900, SEED), name }));
  await table(tasks, quick);
}

/** English terms against Korean documents; without a termbase nothing can find them. */
export async function english(quick: boolean): Promise<void> {
  const groups = termbase();
  const tasks = corpora()
    .map(({ corpus }) => ({ ...englishTerms(corpus, groups), name: corpus.name.slice(0, 11) }))
    .filter(({ queries }) => queries.length > 0);
  console.log('\n## English terms, against documents that have only the Korean word');
  await table(tasks, quick, [oursWith(groups), ours, ...rivals]);
}

async function table(tasks: readonly Task[], quick: boolean, engines = [ours, ...rivals]): Promise<void> {
  console.log(
    ['engine'.padEnd(24), ...tasks.map(({ name, queries }) => `${name} ${queries.length}`.padStart(17))].join(
      ' ',
    ),
  );
  for (const engine of engines) {
    const cells: string[] = [];
    let before: readonly unknown[] | null = null;
    let ask: Ask = () => [];
    for (const { documents, queries } of tasks) {
      if (before !== documents) ask = await engine.build(documents);
      before = documents;
      const { first, three } = hitRates(ask, engine.slow ? queries.slice(0, quick ? 10 : 20) : queries);
      cells.push(`${percent(first)} /${percent(three)}`.padStart(17));
    }
    console.log([engine.name.padEnd(24), ...cells].join(' '));
  }
}
