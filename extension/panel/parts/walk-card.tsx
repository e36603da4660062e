import { Inlines } from '../../../shared/ui/article-view.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { ActiveWalk } from '../../platform/messages.ts';
import { progressOf, stepRows } from '../data/step-rows.ts';
import { useText } from '../state/use-text.ts';
import { Progress } from './progress.tsx';

/** The walkthrough that is under way, and the button that takes it up again. */
export function WalkCard({
  active,
  onResume,
  onSteps,
}: {
  active: ActiveWalk;
  onResume(): void;
  onSteps(): void;
}) {
  const t = useText();
  const rows = stepRows(active.guide, active.walk);
  const progress = progressOf(rows);
  const current = rows.find((row) => row.state === 'current');
  return (
    <section class="gp-walk-card" aria-label={t.panel.guide.running}>
      <p class="gp-walk-where">
        <Icon name="steps" size={15} />
        {t.panel.guide.running}
        <span class="gp-right">{t.walk.progress(progress.at, progress.of)}</span>
      </p>
      <h2>{active.guide.title}</h2>
      <Progress {...progress} />
      {current && (
        <p class="gp-walk-step">
          <Inlines nodes={current.step.text} />
        </p>
      )}
      <p class="gp-buttons">
        <button type="button" class="gj-button gj-primary" onClick={onResume}>
          {t.walk.resume}
        </button>
        <button type="button" class="gj-button gj-quiet" onClick={onSteps}>
          {t.panel.steps.list}
        </button>
      </p>
    </section>
  );
}
