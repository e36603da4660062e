import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutboxEntry } from '../../../inquiry/outbox-entry.ts';
import { Icon } from '../../icon.tsx';
import { useText } from '../../text/context.ts';
import type { Lang } from '../../text/lang.ts';
import type { reasonText } from '../reason-text.ts';
import { copyShown } from './copy.ts';
import { Entry } from './entry.tsx';
import type { WaitingPort } from './port.ts';
import { useWaiting } from './use-waiting.ts';

export interface WaitingListProps {
  port: WaitingPort;
  lang: Lang;
  reason: typeof reasonText;
}

/** Inquiries of this device that the desk has not vouched for yet, apart from the one that the form speaks of. */
export function WaitingList({ port, lang, reason }: WaitingListProps) {
  const t = useText<'common' | 'outcome' | 'waiting'>();
  const words = t.waiting;
  const { entries, arrived, taken, take, undo } = useWaiting(port);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState({ words: '', seen: false });
  /** `seen`: said to the eye, too, since nothing else on the page shows it. */
  const say = (words: string, seen = false) => setSaid({ words, seen });
  const [back, setBack] = useState<string | null>(null);
  const box = useRef<HTMLElement>(null);
  const news = useRef<HTMLDivElement>(null);
  const count = entries?.length ?? 0;
  const listed = count > 0;

  useEffect(() => {
    if (listed) say(words.title(count));
  }, [listed]);

  const sendAll = async () => {
    if (busy) return;
    setBusy(true);
    say(`${t.outcome.sending}…`);
    const held = box.current?.contains((box.current.getRootNode() as ShadowRoot).activeElement) ?? false;
    await port.sendAll().catch(() => {});
    setBusy(false);
    const left = await port.list().catch(() => []);
    const waits = left.some(({ state }) => state === 'waiting');
    say(waits ? t.outcome.kept : '', true);
    // The button that was pressed is gone: the focus goes to what it brought about.
    if (held && !waits) news.current?.focus();
  };
  const copy = async (shown: Element) => {
    say('');
    say((await copyShown(shown)) ? t.common.copied : words.selected, true);
  };
  const takeBack = async (id: string) => {
    setBack(null);
    const gone = await take(id).catch(() => false);
    say(gone ? '' : words.notTaken, true);
  };
  const putBack = async (entry: OutboxEntry) => {
    setBack(entry.inquiry.id);
    await undo(entry).catch(() => {});
    say(words.undone, true);
  };

  const rows = [
    ...(entries ?? []).map((entry) => ({ entry, gone: false })),
    ...taken.map((entry) => ({ entry, gone: true })),
  ].sort((a, b) => a.entry.created - b.entry.created);
  const waits = entries?.some(({ state }) => state !== 'refused');
  return (
    <>
      {rows.length > 0 && (
        <section class="gj-waiting" ref={box} aria-label={listed ? words.title(count) : words.undo}>
          {listed && (
            <div class="gj-waiting-head">
              <h2>{words.title(count)}</h2>
              {waits && (
                <button type="button" class="gj-button" aria-disabled={busy} onClick={sendAll}>
                  {busy ? `${t.outcome.sending}…` : t.outcome.sendNow}
                </button>
              )}
            </div>
          )}
          {waits && <p class="gj-hint">{words.safe}</p>}
          <ul>
            {rows.map(({ entry, gone }) =>
              gone ? (
                <Taken key={`taken ${entry.inquiry.id}`} entry={entry} onUndo={() => void putBack(entry)} />
              ) : (
                <Entry
                  key={entry.inquiry.id}
                  {...{ entry, lang, reason }}
                  back={back === entry.inquiry.id}
                  onCopy={copy}
                  onTake={() => void takeBack(entry.inquiry.id)}
                />
              ),
            )}
          </ul>
        </section>
      )}
      <p class={said.seen ? 'gj-waiting-said' : 'gj-hidden'} role="status">
        {said.words}
      </p>
      <div role="status" tabIndex={-1} ref={news}>
        {arrived.map(({ id, summary, receipt }) => (
          <p class="gj-waiting-come" key={id}>
            <Icon name="check" />
            <span>
              <strong>{t.outcome.received}</strong> {summary}{' '}
              <span class="gj-waiting-number">
                {t.outcome.receivedNumber} {receipt.number}
              </span>
            </span>
          </p>
        ))}
      </div>
    </>
  );
}

function Taken({ entry, onUndo }: { entry: OutboxEntry; onUndo(): void }) {
  const words = useText<'waiting'>().waiting;
  const again = useRef<HTMLButtonElement>(null);
  useEffect(() => again.current?.focus(), []);
  return (
    <li class="gj-waiting-taken">
      <span role="status">{words.taken(entry.inquiry.summary)}</span>
      <button type="button" class="gj-button" ref={again} onClick={onUndo}>
        {words.undo}
      </button>
    </li>
  );
}
