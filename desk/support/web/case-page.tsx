import type { ComponentChildren } from 'preact';
import type { Delivery } from '../../deliver/index.ts';
import type { StoredInquiry } from '../../intake/index.ts';
import type { Case } from '../cases.ts';
import { DeliveryRows } from './delivery-page.tsx';
import { Said } from './said.tsx';
import { day, moment, type Words } from './texts.ts';

export interface CasePageProps {
  words: Words;
  stored: StoredInquiry;
  found: Case;
  deliveries: Delivery[];
  /** What was typed into the answer, when it could not be sent. */
  typed?: string;
  /** Who answered last from this browser. */
  by?: string;
}

/** One inquiry: what was asked, what has been said since, and what can be done now. */
export function CasePage({ words, stored, found, deliveries, typed = '', by = '' }: CasePageProps) {
  const t = words.support;
  const { inquiry, number } = stored;
  const to = (act: string) => `/desk/${number}/${act}`;
  return (
    <>
      <p class="crumb">
        <a href="/desk">{t.inquiries}</a> <span aria-hidden="true">›</span> {number}
      </p>
      <h1>{inquiry.summary}</h1>
      <p class="case-more">
        <span class={`state state-${found.state}`}>{t.states[found.state]}</span>
        <span>{moment(words.lang, stored.received)}</span>
        <span>{found.assignee || t.nobody}</span>
        {stored.suspect && <b class="bad">{t.suspect}</b>}
      </p>
      <div class="case-page">
        <div>
          <Said
            {...{ words, by: 'asker', label: t.detail, text: inquiry.detail, files: inquiry.files }}
            {...{ who: inquiry.email, when: moment(words.lang, stored.received), filesAt: to('files') }}
          />
          {found.replies.map(({ id, by: side, author, at, text }) => (
            <Said
              key={id}
              {...{ words, by: side, label: t[side], text }}
              {...{ who: author || t[side], when: moment(words.lang, at) }}
            />
          ))}
          <form class="reply" method="post" action={to('reply')}>
            <label for="text">{t.reply}</label>
            <textarea
              class="gj-input"
              id="text"
              name="text"
              rows={6}
              required
              aria-describedby="how"
              maxlength={20_000}
            >
              {typed}
            </textarea>
            <p id="how" class="faint">
              {t.replyHow}
            </p>
            <p class="row">
              <label>
                <span>{t.replyName}</span>
                <input class="gj-input" name="by" value={by} required maxlength={100} autocomplete="name" />
              </label>
              <button type="submit" class="gj-button gj-primary">
                {t.send}
              </button>
              <button type="submit" class="gj-button" name="close" value="yes">
                {t.sendClose}
              </button>
            </p>
          </form>
        </div>
        <aside>
          <Facts {...{ words, stored }} />
          <form class="row" method="post" action={to('assign')}>
            <label>
              <span>{t.assignee}</span>
              <input class="gj-input" name="who" value={found.assignee} maxlength={100} />
            </label>
            <button type="submit" class="gj-button">
              {t.assignTo}
            </button>
          </form>
          <form class="row" method="post" action={to('state')}>
            <button
              type="submit"
              class="gj-button"
              name="state"
              value={found.state === 'closed' ? 'waiting' : 'closed'}
            >
              {found.state === 'closed' ? t.reopen : t.close}
            </button>
            <a class="gj-button gj-quiet danger" href={to('delete')}>
              {t.delete}
            </a>
          </form>
          {deliveries.length > 0 && (
            <section>
              <h2>{t.deliveries}</h2>
              <DeliveryRows words={words} deliveries={deliveries} back={`/desk/${number}`} />
            </section>
          )}
        </aside>
      </div>
    </>
  );
}

function Facts({ words, stored: { inquiry, keepUntil } }: { words: Words; stored: StoredInquiry }) {
  const t = words.support;
  const { context, consent } = inquiry;
  const facts: [string, ComponentChildren][] = [
    [t.company, inquiry.company],
    [t.email, <a href={`mailto:${inquiry.email}`}>{inquiry.email}</a>],
    [t.phone, inquiry.phone && <a href={`tel:${inquiry.phone.replace(/[^\d+]/g, '')}`}>{inquiry.phone}</a>],
    [t.page, context.page],
    [t.guide, [context.guide, context.step].filter(Boolean).join(' · ')],
    [t.seen, context.seen.join(', ')],
    [t.consent, t.consentOf(consent.version, day(words.lang, consent.agreed))],
    [t.keepUntil, day(words.lang, keepUntil)],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Deleting asks for the number, as the command line does: it cannot be undone. */
export function DeletePage({ words, number }: { words: Words; number: string }) {
  const t = words.support;
  return (
    <form class="ask" method="post" action={`/desk/${number}/delete`}>
      <h1>{t.deleteAsk(number)}</h1>
      <p>{t.deleteWhat}</p>
      <label for="number">{t.deleteType}</label>
      <input class="gj-input" id="number" name="number" required autocomplete="off" />
      <p class="row">
        <button type="submit" class="gj-button danger">
          {t.delete}
        </button>
        <a class="gj-button" href={`/desk/${number}`}>
          {words.common.cancel}
        </a>
      </p>
    </form>
  );
}
