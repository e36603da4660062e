import type { Unanswered } from '../insights.ts';
import { day, type Words } from './texts.ts';

export const DAYS = 90;

export function InsightPage({
  words,
  open,
  solved,
}: {
  words: Words;
  open: Unanswered[];
  /** With the title of each document. */
  solved: { article: string; title: string; count: number }[];
}) {
  const t = words.support.insight;
  return (
    <>
      <h1>{words.support.insights}</h1>
      <section>
        <h2>{t.unanswered}</h2>
        <p class="faint">{t.unansweredHow}</p>
        {open.length === 0 ? (
          <p class="empty">{t.unansweredNone}</p>
        ) : (
          <ul class="plain">
            {open.map(({ number, summary, received }) => (
              <li key={number}>
                <a href={`/desk/${number}`}>{summary}</a>{' '}
                <span class="faint">{day(words.lang, received)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>
          {t.solved} <span class="faint">{t.last(DAYS)}</span>
        </h2>
        <p class="faint">{t.solvedHow}</p>
        {solved.length === 0 ? (
          <p class="empty">{t.solvedNone}</p>
        ) : (
          <ul class="plain">
            {solved.map(({ article, title, count }) => (
              <li key={article}>
                <a href={`/a/${article}.html`}>{title}</a> <b>{t.times(count)}</b>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
