import type { StoredInquiry } from '../../intake/index.ts';
import type { Case, CaseSummary } from '../cases.ts';
import { Said } from './said.tsx';
import { day, moment, type Words } from './texts.ts';

export function AskForLink({ words, canSend }: { words: Words; canSend: boolean }) {
  const t = words.my;
  if (!canSend) return <p class="empty">{t.noMail}</p>;
  return (
    <form class="ask" method="post" action="/my/link" noValidate>
      <h1>{t.title}</h1>
      <p>{t.intro}</p>
      <label for="email">{t.email}</label>
      <input class="gj-input" id="email" name="email" type="email" required autocomplete="email" />
      <button type="submit" class="gj-button gj-primary">
        {t.ask}
      </button>
    </form>
  );
}

/** A program that looks at links in e-mail only sees this page; a person presses the button. */
export function OpenLink({ words, secret }: { words: Words; secret: string }) {
  const t = words.my;
  return (
    <form class="ask" method="post" action={`/my/open/${secret}`}>
      <h1>{t.openTitle}</h1>
      <p>{t.openText}</p>
      <button type="submit" class="gj-button gj-primary">
        {t.open}
      </button>
    </form>
  );
}

export function MyList({ words, email, cases }: { words: Words; email: string; cases: CaseSummary[] }) {
  const t = words.my;
  return (
    <>
      <h1>{t.signedIn(email)}</h1>
      {cases.length === 0 ? (
        <p class="empty">{t.none}</p>
      ) : (
        <ul class="cases">
          {cases.map((each) => (
            <li key={each.id}>
              <a class="case" href={`/my/${each.number}`}>
                <span class={`state state-${each.state}`}>{t.states[each.state]}</span>
                <span class="case-summary">{each.summary}</span>
                <span class="case-more">
                  <span>{each.number}</span>
                  <span>{t.received(day(words.lang, each.received))}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function MyCase({
  words,
  stored,
  found,
  typed = '',
}: {
  words: Words;
  stored: StoredInquiry;
  found: Case;
  typed?: string;
}) {
  const t = words.my;
  const { inquiry, number } = stored;
  return (
    <>
      <p class="crumb">
        <a href="/my">{t.title}</a> <span aria-hidden="true">›</span> {number}
      </p>
      <h1>{inquiry.summary}</h1>
      <p class="case-more">
        <span class={`state state-${found.state}`}>{t.states[found.state]}</span>
        <span>{t.received(moment(words.lang, stored.received))}</span>
        <span>{t.keepUntil(day(words.lang, stored.keepUntil))}</span>
      </p>
      <Said
        {...{ words, by: 'asker', label: t.you, text: inquiry.detail }}
        {...{ files: inquiry.files, filesAt: `/my/${number}/files` }}
      />
      {found.replies.map(({ id, by, at, text }) => {
        const who = by === 'support' ? t.support : t.you;
        return <Said key={id} {...{ words, by, label: who, who, when: moment(words.lang, at), text }} />;
      })}
      <form class="reply" method="post" action={`/my/${number}/add`}>
        <label for="text">{t.add}</label>
        <textarea
          class="gj-input"
          id="text"
          name="text"
          rows={5}
          required
          aria-describedby="how"
          maxlength={20_000}
        >
          {typed}
        </textarea>
        <p id="how" class="faint">
          {t.addHow}
        </p>
        <p class="row">
          <button type="submit" class="gj-button gj-primary">
            {t.send}
          </button>
          <a class="gj-button gj-quiet danger" href={`/my/${number}/withdraw`}>
            {t.withdraw}
          </a>
        </p>
      </form>
    </>
  );
}

export function Withdraw({ words, number }: { words: Words; number: string }) {
  const t = words.my;
  return (
    <form class="ask" method="post" action={`/my/${number}/withdraw`}>
      <h1>{t.withdrawAsk(number)}</h1>
      <p>{t.withdrawWhat}</p>
      <p class="row">
        <button type="submit" class="gj-button danger">
          {t.withdraw}
        </button>
        <a class="gj-button" href={`/my/${number}`}>
          {t.keep}
        </a>
      </p>
    </form>
  );
}
