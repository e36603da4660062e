import type { RefObject } from 'preact';
import { inlineText } from '../../shared/article/index.ts';
import { Inlines, Label } from '../../shared/ui/article-inline.tsx';
import type { CardActions } from './card-actions.ts';
import { Hint } from './card-hint.tsx';
import { Newer } from './card-newer.tsx';
import { Risk } from './card-risk.tsx';
import type { CardView } from './card-view.ts';
import { useText } from './text.ts';

type Heading = RefObject<HTMLParagraphElement | null>;

export function StepBody({ view, act, heading }: { view: CardView; act: CardActions; heading: Heading }) {
  const t = useText();
  const { step } = view;
  if (!step) return null;
  return (
    <>
      <Newer view={view} act={act} />
      {view.already > 0 && (
        <p class="already">
          <span class="sign" aria-hidden="true">
            ✓
          </span>
          {t.walk.already(view.already, view.of)}
        </p>
      )}
      <p class="count">
        {t.walk.progress(view.at, view.of)}
        {step.optional && !inlineText(step.text).includes(t.common.optional) && (
          <span class="tag">{t.common.optional}</span>
        )}
      </p>
      <p class="text" ref={heading} tabIndex={-1}>
        <Inlines nodes={step.text} />
      </p>
      {step.value && <p class="value">{step.value}</p>}
      {view.risk && <Risk risk={view.risk} />}
      <Hint view={view} />
      {view.way.length > 0 && (
        <p class="way">
          <Label path={view.way} />
        </p>
      )}
      {view.tone === 'missing' && <Help view={view} act={act} />}
      {view.asks && (
        <div class="ask">
          <button type="button" class="main" onClick={() => act.answer(true)}>
            {t.walk.yes}
          </button>
          <button type="button" class="quiet" onClick={() => act.answer(false)}>
            {t.walk.no}
          </button>
        </div>
      )}
      {view.branches.length > 1 && (
        <div class="ask">
          {view.branches.map((branch) => (
            <button type="button" class="choice" key={branch.id} onClick={() => act.branch(branch.id)}>
              {branch.words}
            </button>
          ))}
        </div>
      )}
      {view.tone !== 'missing' && (
        <button type="button" class="to-target" onClick={() => act.toTarget()}>
          {t.walk.toTarget}
        </button>
      )}
    </>
  );
}

/** The step cannot be shown: what can be done besides 건너뛰기 and 다음. */
function Help({ view, act }: { view: CardView; act: CardActions }) {
  const t = useText();
  return (
    <div class="ask">
      {view.way.length > 0 && (
        <button type="button" class="main" onClick={() => act.wayBack()}>
          {t.walk.wayBack}
        </button>
      )}
      <button type="button" class="choice" onClick={() => act.retry()}>
        {t.walk.retry}
      </button>
      <button type="button" class="choice" onClick={act.read}>
        {t.walk.readArticle}
      </button>
      <button type="button" class="choice" onClick={() => act.ask()}>
        {t.walk.ask}
      </button>
    </div>
  );
}
