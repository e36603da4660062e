import type { WalkEvent } from '../../../shared/guide/index.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { ActiveWalk } from '../../platform/messages.ts';
import { choiceAt, progressOf, stepRows } from '../data/step-rows.ts';
import { Nothing } from '../parts/nothing.tsx';
import { Progress } from '../parts/progress.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { useAuthor } from '../state/use-author.ts';
import { useText } from '../state/use-text.ts';
import type { Walks } from '../state/use-walk.ts';
import { Held } from './held.tsx';
import { PhaseCard } from './phase-card.tsx';
import { Record } from './record.tsx';
import { StepList } from './step-list.tsx';
import { WalkButtons } from './walk-buttons.tsx';

export interface StepsProps {
  walks: Walks;
  /** Name of the walk's console, when it is not the one in front. */
  elsewhere: string | null;
  onChoose(): void;
  onRead(article: string): void;
}

/** The walkthrough that is being followed, step by step. */
export function StepsSection({ walks, elsewhere, onChoose, onRead }: StepsProps) {
  const t = useText();
  const { active } = walks;
  if (active === undefined)
    return (
      <div class="gp-scroll">
        <Waiting lines={6} />
      </div>
    );
  if (active === null)
    return (
      <div class="gp-scroll">
        <Nothing icon="steps" title={t.panel.steps.none}>
          <p>{t.panel.steps.noneHow}</p>
          <button type="button" class="gj-button gj-primary" onClick={onChoose}>
            {t.panel.steps.choose}
          </button>
        </Nothing>
      </div>
    );
  return <Following {...{ active, walks, elsewhere, onRead }} />;
}

function Following({
  active,
  walks,
  elsewhere,
  onRead,
}: Omit<StepsProps, 'onChoose'> & { active: ActiveWalk }) {
  const t = useText();
  const { guide, walk } = active;
  const rows = stepRows(guide, walk);
  const progress = progressOf(rows);
  const author = useAuthor();
  const act = (event: WalkEvent) => void walks.act(event);
  return (
    <div class="gp-steps">
      <header class="gp-steps-head">
        <h2 class="gp-title">{guide.title}</h2>
        <p class="gp-steps-progress" aria-live="polite">
          <strong>{t.walk.progress(progress.at, progress.of)}</strong>
          <button type="button" class="gj-linklike" onClick={() => onRead(guide.article)}>
            {t.walk.readArticle}
          </button>
        </p>
        <Progress {...progress} />
        {elsewhere && <p class="gp-banner">{t.panel.guide.elsewhere(elsewhere)}</p>}
        {walk.phase === 'walking' && (walk.already?.length ?? 0) > 0 && (
          <p class="gp-already">
            <Icon name="check" size={15} />
            {t.walk.already(walk.already?.length ?? 0, rows.length)}
          </p>
        )}
        {walk.held && <Held walk={walk} />}
        {walk.paused && <p class="gp-banner">{t.panel.steps.paused}</p>}
      </header>
      <div class="gp-scroll">
        {walk.phase !== 'walking' && <PhaseCard walk={walk} />}
        {walk.phase !== 'walking' && <Record active={active} onPutBack={() => void walks.putBack()} />}
        <StepList
          rows={rows}
          choice={choiceAt(guide, walk)}
          record={author && !walk.paused ? active.console : null}
          onRedo={(step) => act({ type: 'goto', step })}
          onBranch={(group, branch) => act({ type: 'branch', group, branch })}
        />
      </div>
      <WalkButtons walk={walk} rows={rows} onAct={act} onEnd={() => void walks.end()} />
    </div>
  );
}
