import { useState } from 'preact/hooks';
import type { Step } from '../../../shared/guide/index.ts';
import { call } from '../../platform/messages.ts';
import { useText } from '../state/use-text.ts';

/** For support: points at the target of one step on the page in front. */
export function RecordTarget({ step, console, number }: { step: Step; console: string; number: number }) {
  const t = useText();
  const words = t.panel.author;
  const [elsewhere, setElsewhere] = useState(false);
  if (step.action === 'read' || step.action === 'goto-url') return null;
  const pick = async () =>
    setElsewhere(!(await call('author/pick', { console, step: step.id }).catch(() => false)));
  return (
    <p class="gp-record">
      <button
        type="button"
        class="gj-button gp-small"
        aria-label={`${number}. ${words.record}`}
        onClick={() => void pick()}
      >
        {words.record}
      </button>
      {step.recorded && <span class="gj-tag gj-tag-quiet">{words.recorded}</span>}
      <span role="status">{elsewhere && words.elsewhere}</span>
    </p>
  );
}
