import { inlineText } from '../../shared/article/index.ts';
import { Inlines } from '../../shared/ui/article-inline.tsx';
import { Logo } from '../../shared/ui/logo.tsx';
import { useText } from './text.ts';
import type { CardView } from './view.ts';

export interface CardActions {
  next(): void;
  back(): void;
  skip(): void;
  pause(): void;
  list(): void;
  /** The whole manual, in the side panel. */
  read(): void;
  answer(yes: boolean): void;
  branch(id: string): void;
  reload(): void;
  again(): void;
  finish(): void;
}

/** The one piece of ours on the page that can be read and clicked. Never modal, never takes focus by itself. */
export function Card({ view, act }: { view: CardView; act: CardActions }) {
  const t = useText();
  return (
    <section
      class={`card gj tone-${view.tone}`}
      role="dialog"
      aria-modal="false"
      aria-label={`${t.walk.card}: ${view.title}`}
    >
      <header class="head">
        <Logo size={20} />
        <span class="title">{view.title}</span>
        <button type="button" class="icon" aria-label={t.walk.pause} title={t.walk.pause} onClick={act.pause}>
          ×
        </button>
      </header>
      <progress class="bar" value={view.progress} max={1} aria-label={t.walk.progress(view.at, view.of)} />
      <div class="body" aria-live="polite">
        {view.step ? <StepBody view={view} act={act} /> : <EndBody view={view} act={act} />}
      </div>
      <footer class="foot">
        <button type="button" class="quiet" onClick={act.back}>
          {t.walk.previous}
        </button>
        <button type="button" class="quiet" onClick={act.list}>
          {t.walk.list}
        </button>
        <span class="gap" />
        {view.step ? (
          <>
            <button type="button" class="quiet" onClick={act.skip}>
              {t.walk.skip}
            </button>
            <button type="button" class="main" onClick={act.next}>
              {view.step.action === 'read' || view.hint === t.walk.alreadySo ? t.walk.next : t.walk.done}
            </button>
          </>
        ) : (
          <button
            type="button"
            class={view.end === 'saved' || view.end === 'done' ? 'main' : 'quiet'}
            onClick={act.finish}
          >
            {t.walk.finish}
          </button>
        )}
      </footer>
    </section>
  );
}

function StepBody({ view, act }: { view: CardView; act: CardActions }) {
  const t = useText();
  const { step } = view;
  if (!step) return null;
  return (
    <>
      <p class="count">
        {t.walk.progress(view.at, view.of)}
        {step.optional && !inlineText(step.text).includes(t.common.optional) && (
          <span class="tag">{t.common.optional}</span>
        )}
      </p>
      <p class="text">
        <Inlines nodes={step.text} />
      </p>
      {step.value && <p class="value">{step.value}</p>}
      {(step.danger || step.caution) && (
        <div class={step.danger ? 'alert danger' : 'alert'} role="note">
          {step.danger && (
            <strong>{step.danger === 'irreversible' ? t.walk.irreversible : t.walk.everyone}</strong>
          )}
          {step.caution && <p>{step.caution}</p>}
        </div>
      )}
      <Hint view={view} />
      {view.tone === 'missing' && (
        <div class="ask">
          <button type="button" class="choice" onClick={act.read}>
            {t.walk.readArticle}
          </button>
        </div>
      )}
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
    </>
  );
}

function EndBody({ view, act }: { view: CardView; act: CardActions }) {
  const t = useText();
  return (
    <>
      <Hint view={view} />
      {view.canReload && (
        <div class="ask">
          <button type="button" class="main" onClick={act.reload}>
            {t.walk.reload}
          </button>
        </div>
      )}
      {view.end === 'unsaved' && (
        <div class="ask">
          <button type="button" class="main" onClick={act.again}>
            {t.walk.again}
          </button>
        </div>
      )}
    </>
  );
}

const SIGN: Record<CardView['tone'], string> = {
  plain: '',
  ask: '?',
  missing: '!',
  ok: '✓',
  wrong: '!',
  busy: '',
};

function Hint({ view }: { view: CardView }) {
  if (!view.hint) return null;
  return (
    <div class="hint">
      {SIGN[view.tone] && (
        <span class="sign" aria-hidden="true">
          {SIGN[view.tone]}
        </span>
      )}
      <div>
        <p class="say">{view.hint}</p>
        {view.detail && <p class="detail">{view.detail}</p>}
      </div>
    </div>
  );
}
