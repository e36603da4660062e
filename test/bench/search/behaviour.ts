import { createIndex, SURE, search } from '../../../shared/search/index.ts';
import { corpora, SEED } from './corpora.ts';
import { keystrokes } from './corrupt.ts';
import { auc, percentile } from './measure.ts';
import { PARAPHRASES } from './paraphrases.ts';
import { titleTasks, withoutTitle } from './queries.ts';
import { ours, rivals } from './rivals.ts';

/** Titles typed key by key, from two syllables on: when the right one is in the top 3, whether it stays, empty states. */
export async function typing(quick: boolean): Promise<void> {
  for (const { corpus } of corpora()) {
    const titles = titleTasks(corpus, quick ? 20 : 60, SEED)[0]!.queries;
    console.log(`\n## ${corpus.name}, ${titles.length} titles`);
    for (const engine of [ours, ...rivals.filter(({ slow }) => !slow)]) {
      const ask = await engine.build(corpus.documents);
      let share = 0;
      let least = 0;
      let after = 0;
      let stays = 0;
      let empty = 0;
      let states = 0;
      for (const { text, id } of titles) {
        const strokes = keystrokes(text);
        const start = strokes.findIndex((state) => state.replace(/[^가-힣A-Za-z0-9]/g, '').length >= 2);
        least += (Math.max(0, start) + 1) / strokes.length;
        let first = -1;
        for (let i = Math.max(0, start); i < strokes.length; i++) {
          const ids = ask(strokes[i]!);
          states++;
          if (ids.length === 0) empty++;
          const there = ids.slice(0, 3).includes(id);
          if (there && first < 0) first = i;
          if (first >= 0) {
            after++;
            if (there) stays++;
          }
        }
        share += first < 0 ? 1 : (first + 1) / strokes.length;
      }
      const figures = [
        share / titles.length,
        least / titles.length,
        stays / Math.max(1, after),
        empty / states,
      ].map((value) => `${(value * 100).toFixed(1)} %`.padStart(8));
      console.log(
        `${engine.name.padEnd(24)} found after ${figures[0]} of the keys (two syllables are ${figures[1]}), stays ${figures[2]}, empty ${figures[3]}`,
      );
    }
  }
}

/** Sets of the paraphrases that are about neither mail nor computers. */
const EVERYDAY_QUESTIONS = PARAPHRASES.filter(
  (set) =>
    !/메일|비밀번호|로그인|계정|아이디|인증|도메인|문서|글꼴|표에|파일|폴더|사진|화면|컴퓨터|프린터|와이파이|주소록/.test(
      set.join(' '),
    ),
).flat();

/**
 * Does the best score tell questions with an answer from questions about something else? Titles are the questions, so
 * the indexes are made without them. The corpora share words (files, mail, settings); everyday sentences share none.
 */
export async function noAnswer(): Promise<void> {
  const all = corpora();
  for (const { corpus } of all) {
    const { documents, queries } = withoutTitle(corpus, 120, SEED);
    const index = createIndex(documents);
    const score = (query: string) => search(index, query, { limit: 1 })[0]?.score ?? 0;
    const own = queries.map(({ text }) => score(text));
    const others = all
      .filter((other) => other.corpus !== corpus)
      .map((other) => ({
        name: other.corpus.name,
        texts: withoutTitle(other.corpus, 120, SEED).queries.map(({ text }) => text),
      }));
    for (const { name, texts } of [...others, { name: 'everyday', texts: EVERYDAY_QUESTIONS }]) {
      const foreign = texts.map(score);
      const shown = foreign.filter((value) => value >= SURE).length / Math.max(1, foreign.length);
      console.log(
        `${corpus.name.padEnd(12)} asked by ${name.padEnd(12)} AUC ${auc(own, foreign).toFixed(3)}  median own ${percentile(own, 0.5).toFixed(2)} foreign ${percentile(foreign, 0.5).toFixed(2)}, suggested all the same ${(shown * 100).toFixed(0)} %`,
      );
    }
  }
}
