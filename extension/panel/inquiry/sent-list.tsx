import { Icon, type IconName } from '../../../shared/ui/icon.tsx';
import { call, type QueuedInquiry } from '../../platform/messages.ts';
import { clock, dayAndTime } from '../data/dates.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useLoad } from '../state/use-load.ts';
import { useNotice } from '../state/use-notice.ts';
import { useText } from '../state/use-text.ts';

const ICONS: Record<QueuedInquiry['state'], IconName> = {
  waiting: 'clock',
  sending: 'mail',
  received: 'check',
  refused: 'warn',
};

/** What was sent from this device and where it really stands. */
export function SentList() {
  const t = useText();
  const [loaded, again] = useLoad(() => call('inquiry/list'));
  useNotice((notice) => {
    if (notice.notice === 'inquiry') again();
  });
  if (loaded.state !== 'ready') return null;
  return (
    <section class="gp-sent">
      <h2 class="gp-heading">{t.panel.sent.title}</h2>
      {loaded.value.length === 0 && <p class="gp-faint gp-line">{t.panel.sent.none}</p>}
      <ul>
        {loaded.value.map((queued) => (
          <Sent key={queued.id} queued={queued} />
        ))}
      </ul>
    </section>
  );
}

function Sent({ queued }: { queued: QueuedInquiry }) {
  const t = useText();
  const lang = useLanguage();
  const { state, receipt, error, nextAttempt } = queued;
  return (
    <li class={`gp-sent-${state}`}>
      <p class="gp-sent-summary">{queued.summary}</p>
      <p class="gp-sent-state">
        <Icon name={ICONS[state]} size={15} />
        <strong>{t.panel.sent[state]}</strong>
        {receipt && <span>{t.panel.sent.number(receipt.number)}</span>}
        {receipt && <span class="gp-faint">{dayAndTime(receipt.received, lang)}</span>}
        {nextAttempt && <span class="gp-faint">{t.panel.sent.next(clock(nextAttempt, lang))}</span>}
      </p>
      {error && <p class="gp-sent-error">{error.message}</p>}
    </li>
  );
}
