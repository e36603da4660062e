import type { Delivery, DeliveryCode } from '../../deliver/index.ts';
import { moment, type Words } from './texts.ts';

/** What leaves the desk and how it fares; what failed can be tried again or let be. */
export function DeliveryRows({
  words,
  deliveries,
  back,
}: {
  words: Words;
  deliveries: Delivery[];
  /** Where to come back to. */
  back: string;
}) {
  const t = words.support.delivery;
  return (
    <ul class="deliveries">
      {deliveries.map((each) => (
        <li key={each.id}>
          <p>
            <span class={`state state-${each.state}`}>{t.states[each.state]}</span>{' '}
            <b>{t.kinds[each.kind] ?? each.kind}</b> → {each.target || '…'}{' '}
            {each.number && <a href={`/desk/${each.number}`}>{each.number}</a>}
          </p>
          <p class="faint">
            {t.attempts(each.attempts)}
            {each.state === 'waiting' && ` · ${t.next(moment(words.lang, each.due))}`}
            {each.remote?.id && ` · ${each.remote.id}`}
          </p>
          <Why words={words} delivery={each} />
          {(each.state === 'dead' || each.state === 'waiting') && (
            <form class="row" method="post" action={`/desk/deliveries/${each.id}`}>
              <input type="hidden" name="back" value={back} />
              <button type="submit" class="gj-button" name="do" value="retry">
                {t.retry}
              </button>
              <details>
                <summary>{t.drop}</summary>
                <label>
                  <span>{t.dropReason}</span>
                  <input class="gj-input" name="reason" maxlength={200} />
                </label>
                <button type="submit" class="gj-button danger" name="do" value="drop">
                  {t.drop}
                </button>
              </details>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Of these the sentence says all; others have words of the target's, which are shown as they came. */
const SAY_ALL = new Set(['expired', 'no-mail', 'no-way', 'no-target', 'no-ticket', 'timeout']);

function Why({ words, delivery: { code, error } }: { words: Words; delivery: Delivery }) {
  const why: Record<DeliveryCode, string> = words.support.delivery.why;
  const said = code && why[code as DeliveryCode];
  if (!said) return error ? <p class="bad">{error}</p> : null;
  const more = error && !SAY_ALL.has(code ?? '') ? error : null;
  return (
    <>
      <p class="bad">{said}</p>
      {more && (
        <p class="faint" lang={code === 'dropped' ? undefined : 'en'}>
          {more}
        </p>
      )}
    </>
  );
}

export function DeliveryPage(props: { words: Words; deliveries: Delivery[] }) {
  const t = props.words.support;
  return (
    <>
      <h1>{t.deliveries}</h1>
      {props.deliveries.length === 0 ? (
        <p class="empty">{t.delivery.none}</p>
      ) : (
        <DeliveryRows {...props} back="/desk/deliveries" />
      )}
    </>
  );
}
