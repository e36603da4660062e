import type { CaseFilter, CaseSummary } from '../cases.ts';
import { STATES } from '../states.ts';
import { moment, type Words } from './texts.ts';

/** How many inquiries a page holds. */
export const PAGE = 50;

/** What is asked for in the address, and the address of what is asked for. */
export const filterQuery = ({ states, assignee, words }: CaseFilter): string =>
  new URLSearchParams({
    ...(states && { state: states.join(' ') }),
    ...(assignee !== undefined && { assignee }),
    ...(words && { words }),
  }).toString();

export function CaseList({
  words,
  filter,
  cases,
  assignees,
}: {
  words: Words;
  filter: CaseFilter;
  cases: CaseSummary[];
  assignees: string[];
}) {
  const t = words.support;
  const chosen = filter.states?.join(' ') ?? '';
  const states: [string, string][] = [
    ['', t.open],
    ...STATES.map((state): [string, string] => [state, t.states[state] ?? state]),
    [STATES.join(' '), t.all],
  ];
  const last = cases.at(-1);
  return (
    <>
      <h1>{t.inquiries}</h1>
      <search aria-label={t.filter}>
        <form class="filter" method="get" action="/desk">
          <label>
            <span>{t.words}</span>
            <input class="gj-input" name="words" value={filter.words ?? ''} placeholder={t.wordsHint} />
          </label>
          <label>
            <span>{t.state}</span>
            <select class="gj-input" name="state">
              {states.map(([value, label]) => (
                <option key={value} value={value} selected={value === chosen}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{t.assignee}</span>
            <select class="gj-input" name="assignee">
              <option value="*" selected={filter.assignee === undefined}>
                {t.anybody}
              </option>
              <option value="" selected={filter.assignee === ''}>
                {t.nobody}
              </option>
              {assignees.map((name) => (
                <option key={name} value={name} selected={name === filter.assignee}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" class="gj-button">
            {t.apply}
          </button>
        </form>
      </search>
      {cases.length === 0 ? (
        <p class="empty">{filter.words || chosen ? t.none : t.noneYet}</p>
      ) : (
        <ul class="cases">
          {cases.map((each) => (
            <Row key={each.id} {...{ words, each }} />
          ))}
        </ul>
      )}
      {last && cases.length === PAGE && (
        <p>
          <a class="gj-button" href={`/desk?${filterQuery(filter)}&after=${last.id}`}>
            {t.more}
          </a>
        </p>
      )}
    </>
  );
}

function Row({ words, each }: { words: Words; each: CaseSummary }) {
  const t = words.support;
  return (
    <li>
      <a class="case" href={`/desk/${each.number}`}>
        <span class={`state state-${each.state}`}>{t.states[each.state]}</span>
        <span class="case-summary">{each.summary}</span>
        <span class="case-more">
          <span>{each.number}</span>
          <span>{each.company}</span>
          <span>{moment(words.lang, each.received)}</span>
          {each.assignee && <span>{each.assignee}</span>}
          {each.files > 0 && <span>{`${t.files} ${each.files}`}</span>}
          {each.failed > 0 && <b class="bad">{t.failed(each.failed)}</b>}
          {each.suspect && <b class="bad">{t.suspect}</b>}
        </span>
      </a>
    </li>
  );
}
