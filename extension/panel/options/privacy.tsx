import { useId, useRef, useState } from 'preact/hooks';
import { call } from '../../platform/messages.ts';
import { forgetDrafts } from '../inquiry/port.ts';
import { forgetAtHand } from '../state/at-hand.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

/** What is kept where, and the button that ends it. */
export function Privacy() {
  const t = useText();
  const words = t.panel.settings;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, setSaid] = useState<'' | 'forgot' | 'failed'>('');

  const forget = async () => {
    dialog.current?.close();
    try {
      await call('privacy/forget');
      await forgetDrafts();
      forgetAtHand();
      setSaid('forgot');
    } catch {
      setSaid('failed');
    }
  };
  return (
    <Section title={words.privacy}>
      <dl class="gp-privacy">
        {words.privacyRows.map(([what, where]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{where}</dd>
          </div>
        ))}
      </dl>
      <p class="gp-buttons">
        <button
          type="button"
          class="gj-button gp-dangerous"
          onClick={() => {
            setSaid('');
            dialog.current?.showModal();
          }}
        >
          {words.forget}
        </button>
        <span role="status" class={said === 'failed' ? 'gp-wrong' : ''}>
          {said === 'forgot' && words.forgot}
          {said === 'failed' && t.errors.unknown}
        </span>
      </p>
      <dialog ref={dialog} class="gp-dialog" aria-labelledby={id}>
        <h2 id={id}>{words.forgetAsk}</h2>
        <p>{words.forgetWhat}</p>
        <p class="gp-buttons gp-end">
          {/* First, and therefore where the focus goes: the harmless answer. */}
          <button type="button" class="gj-button" onClick={() => dialog.current?.close()}>
            {t.common.cancel}
          </button>
          <button type="button" class="gj-button gp-dangerous" onClick={() => void forget()}>
            {words.forget}
          </button>
        </p>
      </dialog>
    </Section>
  );
}
