import { Inlines } from '../../shared/ui/article-inline.tsx';
import { Logo } from '../../shared/ui/logo.tsx';
import { useText } from './author-text.ts';
import type { AuthorView } from './author-view.ts';

export interface AuthorActions {
  save(): void;
  again(): void;
  end(): void;
}

/** The card while support records the target of a step. */
export function AuthorCard({ view, act }: { view: AuthorView; act: AuthorActions }) {
  const t = useText();
  const words = t.author;
  const saved = view.mode === 'kept' && view.saved !== null;
  return (
    <section class="card gj" role="dialog" aria-modal="false" aria-label={words.title}>
      <header class="head">
        <Logo size={20} />
        <span class="title">{words.title}</span>
        <button
          type="button"
          class="icon"
          aria-label={t.common.close}
          title={t.common.close}
          onClick={act.end}
        >
          ×
        </button>
      </header>
      <div class="body" aria-live="polite">
        <p class="text">
          <Inlines nodes={view.step.text} />
        </p>
        {view.mode === 'picking' ? <Picking over={view.over} /> : <Kept view={view} />}
      </div>
      <footer class="foot">
        <span class="gap" />
        {!saved && (
          <button type="button" class="quiet" onClick={act.end}>
            {t.common.cancel}
          </button>
        )}
        {view.mode === 'kept' && !saved && (
          <button type="button" class="quiet" onClick={act.again}>
            {words.again}
          </button>
        )}
        {view.mode === 'kept' && (
          <button type="button" class="main" onClick={saved ? act.end : act.save}>
            {saved ? t.common.close : words.save}
          </button>
        )}
      </footer>
    </section>
  );
}

function Picking({ over }: { over: string | null }) {
  const words = useText().author;
  return (
    <>
      <p class="say">{words.pick}</p>
      <p class="detail">{words.pickHow}</p>
      <p class="value">{over ? words.over(over) : '…'}</p>
    </>
  );
}

function Kept({ view }: { view: Extract<AuthorView, { mode: 'kept' }> }) {
  const words = useText().author;
  const { saved, failed } = view;
  return (
    <>
      <dl class="kept" aria-label={words.kept}>
        {view.words.map(([what, value]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class={view.percent === null ? 'alert' : 'say'}>
        {view.percent === null ? words.lost : words.sure(view.percent)}
      </p>
      <p class="detail">
        {view.rival && view.rival.percent > 0
          ? words.rival(view.rival.words, view.rival.percent)
          : words.noRival}
      </p>
      {view.saving && <p class="detail">{words.saving}</p>}
      {saved && <p class="saved">✓ {words[saved.did](saved.file)}</p>}
      {failed && (
        <p class="alert danger" role="alert">
          {words.failed[failed] ?? words.failed.unexpected}
        </p>
      )}
    </>
  );
}
