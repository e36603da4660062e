import { labelled } from '../../shared/guide/index.ts';
import { Inlines } from '../../shared/ui/article-inline.tsx';
import type { RiskView } from './card-view.ts';
import { useText } from './text.ts';

/** What a step may do, for whom, and how to go back. */
export function Risk({ risk }: { risk: RiskView }) {
  const t = useText();
  return (
    <div class={risk.danger ? 'alert danger' : 'alert'} role="note">
      {risk.danger && <strong>{t.walk[risk.danger]}</strong>}
      {risk.caution.length > 0 && (
        <p>
          <Inlines nodes={risk.caution} />
        </p>
      )}
      {risk.back && (
        <p class="back">
          <Inlines nodes={labelled(risk.back)} />
        </p>
      )}
    </div>
  );
}
