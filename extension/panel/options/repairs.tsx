import { useState } from 'preact/hooks';
import { call } from '../../platform/messages.ts';
import { saveRepairs } from '../data/repairs-file.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { Section } from './section.tsx';

/** What the person has confirmed on consoles: as a file for support, or gone. */
export function Repairs() {
  const t = useText();
  const words = t.panel.repairs;
  const [repairs, again] = useLoad(() => call('repairs/list'));
  const [said, setSaid] = useState<'' | 'exported' | 'forgot'>('');
  const count = repairs.value?.length ?? 0;
  const forget = async () => {
    await call('repairs/forget');
    setSaid('forgot');
    again();
  };
  return (
    <Section title={words.title} hint={words.how}>
      <p>{count === 0 ? words.none : words.count(count)}</p>
      <p class="gp-buttons">
        {count > 0 && (
          <>
            <button
              type="button"
              class="gj-button"
              onClick={() => {
                saveRepairs(repairs.value ?? []);
                setSaid('exported');
              }}
            >
              {words.export}
            </button>
            <button type="button" class="gj-button gp-dangerous" onClick={() => void forget()}>
              {words.forget}
            </button>
          </>
        )}
        <span role="status">{said && words[said]}</span>
      </p>
    </Section>
  );
}
