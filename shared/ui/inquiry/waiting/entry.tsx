import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { LONGEST_WAIT } from '../../../inquiry/backoff.ts';
import type { OutboxEntry } from '../../../inquiry/outbox-entry.ts';
import { Icon, type IconName } from '../../icon.tsx';
import { useText } from '../../text/context.ts';
import type { Lang } from '../../text/lang.ts';
import type { reasonText } from '../reason-text.ts';
import { written } from './written.ts';

const ICONS: Record<OutboxEntry['state'], IconName> = { waiting: 'clock', sending: 'mail', refused: 'warn' };

interface EntryProps {
  entry: OutboxEntry;
  lang: Lang;
  reason: typeof reasonText;
  /** It was just put back: the focus comes with it. */
  back: boolean;
  onCopy(shown: Element): void;
  onTake(): void;
}

/** One inquiry that waits: where it stands, what was written, and what the person can do with it. */
export function Entry({ entry, lang, reason, back, onCopy, onTake }: EntryProps) {
  const t = useText<'common' | 'inquiry' | 'outcome' | 'waiting' | 'search' | 'article' | 'errors'>();
  const words = t.waiting;
  const { inquiry, state, attempts, error } = entry;
  const [asks, setAsks] = useState(false);
  const text = useRef<HTMLPreElement>(null);
  const opener = useRef<HTMLElement>(null);
  const taker = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (back) opener.current?.focus();
  }, [back]);
  const sure = attempts === 0 || state === 'refused';
  const states = { sending: t.outcome.sending, refused: t.outcome.refused };
  const said = state === 'waiting' ? (attempts ? words.unsent : words.turn) : states[state];
  return (
    <li class={`gj-waiting-${state}`}>
      <p class="gj-waiting-summary">{inquiry.summary}</p>
      <p class="gj-waiting-state">
        <Icon name={ICONS[state]} size={15} />
        <strong>{said}</strong>
        {state === 'waiting' && <span>{nextText(words, entry.nextAttempt, lang)}</span>}
      </p>
      {state === 'waiting' && attempts > 0 && <p>{reason(t, entry.reason)}</p>}
      {state === 'refused' && (
        <p>
          {error?.message} {words.mend}
        </p>
      )}
      <details>
        <summary ref={opener}>{words.read}</summary>
        <pre ref={text} lang={inquiry.lang}>
          {written(t.inquiry, inquiry)}
        </pre>
        {asks ? (
          <Ask
            question={words.takeAsk}
            caution={sure ? null : words.takeUnsure}
            yes={words.takeYes}
            no={words.takeNo}
            onYes={onTake}
            onNo={() => {
              setAsks(false);
              setTimeout(() => taker.current?.focus());
            }}
          />
        ) : (
          <p class="gj-waiting-acts">
            <button type="button" class="gj-button" onClick={() => text.current && onCopy(text.current)}>
              {words.copy}
            </button>
            <button
              type="button"
              class="gj-button gj-quiet"
              ref={taker}
              aria-disabled={state === 'sending'}
              onClick={() => setAsks(state !== 'sending')}
            >
              {words.take}
            </button>
          </p>
        )}
      </details>
    </li>
  );
}

function nextText(words: { next(time: string): string; soon: string }, at: number, lang: Lang): string {
  const now = Date.now();
  // Later than anything ever waits: the clock was set back, and it is due.
  if (at <= now || at > now + LONGEST_WAIT) return words.soon;
  return words.next(new Date(at).toLocaleTimeString(lang, { timeStyle: 'short' }));
}

interface AskProps {
  question: string;
  caution: string | null;
  yes: string;
  no: string;
  onYes(): void;
  onNo(): void;
}

/** The focus is on the answer that changes nothing. */
function Ask({ question, caution, yes, no, onYes, onNo }: AskProps) {
  const id = useId();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring the look of a form with it
    <div class="gj-waiting-ask" role="group" aria-labelledby={id}>
      <p id={id}>
        <strong>{question}</strong> {caution}
      </p>
      <p class="gj-waiting-acts">
        <button type="button" class="gj-button" ref={stay} aria-describedby={id} onClick={onNo}>
          {no}
        </button>
        <button type="button" class="gj-button gj-waiting-yes" onClick={onYes}>
          {yes}
        </button>
      </p>
    </div>
  );
}
