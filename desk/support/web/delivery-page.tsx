import type { Delivery } from '../../deliver/index.ts';
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
          {each.error && <p class="bad">{each.error}</p>}
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
