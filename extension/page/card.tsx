import { useLayoutEffect, useRef } from 'preact/hooks';
import { Logo } from '../../shared/ui/logo.tsx';
import { announcement, urgent } from './announce.ts';
import type { CardActions } from './card-actions.ts';
import { EndBody } from './card-end.tsx';
import { HeldBody } from './card-held.tsx';
import { StepBody } from './card-step.tsx';
import type { CardView } from './card-view.ts';
import { useText } from './text.ts';

/**
 * The one piece of ours on the page that can be read and clicked. Never modal. The focus is moved only where a press
 * inside the card has changed what the card says: then to its heading, or a keyboard would be lost with the button.
 */
export function Card({ view, act, keys }: { view: CardView; act: CardActions; keys: string }) {
  const t = useText();
  const heading = useRef<HTMLParagraphElement>(null);
  const pressed = useRef(false);
  const said = `${view.step?.id ?? view.end} ${view.held ? 'held' : ''}`;
  useLayoutEffect(() => {
    if (pressed.current && !isElsewhere(heading.current)) heading.current?.focus({ preventScroll: true });
    pressed.current = false;
  }, [said]);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !view.held) return;
    // Letting be what was held is less than leaving, so it comes first.
    event.stopPropagation();
    pressed.current = true;
    act.spare();
  };
  return (
    <>
      <Spoken view={view} />
      <section
        class={`card gj tone-${view.tone}${view.held ? ' is-held' : ''}`}
        role="dialog"
        aria-modal="false"
        aria-keyshortcuts={keys || undefined}
        aria-label={`${t.walk.card}: ${view.title}`}
        onKeyDown={leave}
        onClickCapture={() => {
          pressed.current = true;
        }}
      >
        <header class="head">
          <Logo size={20} />
          <span class="title" title={view.title}>
            {view.title}
          </span>
          <button
            type="button"
            class="icon"
            aria-label={t.walk.pause}
            title={t.walk.pause}
            onClick={act.pause}
          >
            ×
          </button>
        </header>
        <progress class="bar" value={view.progress} max={1} aria-label={t.walk.progress(view.at, view.of)} />
        <div class="body">
          {view.held ? (
            <HeldBody view={view} held={view.held} heading={heading} />
          ) : view.step ? (
            <StepBody view={view} act={act} heading={heading} />
          ) : (
            <EndBody view={view} act={act} heading={heading} />
          )}
        </div>
        {keys && <p class="keys">{t.walk.keys(keys)}</p>}
        <Foot view={view} act={act} />
      </section>
    </>
  );
}

/** The page has the focus: the admin has gone there since. */
function isElsewhere(own: Element | null): boolean {
  const host = (own?.getRootNode() as Partial<ShadowRoot> | undefined)?.host;
  const at = document.activeElement;
  return at !== null && at !== document.body && at !== host;
}

/** What is said aloud. While a press is held the step itself is not said again. */
function Spoken({ view }: { view: CardView }) {
  const t = useText();
  const step = useRef('');
  if (!view.held) step.current = announcement(view, t);
  return (
    <div class="gj-hidden">
      <p aria-live="polite">{step.current}</p>
      <p role="alert">{urgent(view, t)}</p>
    </div>
  );
}

function Foot({ view, act }: { view: CardView; act: CardActions }) {
  const t = useText();
  if (view.held)
    return (
      <footer class="foot">
        <button type="button" class="main" onClick={() => act.spare()}>
          {view.held.kind === 'risk' ? t.walk.risk.spare : t.walk.leave.stay}
        </button>
      </footer>
    );
  return (
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
          <button type="button" class="quiet" onClick={() => act.skip(view.tone === 'missing')}>
            {t.walk.skip}
          </button>
          <button type="button" class="main" onClick={act.next}>
            {t.walk.next}
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
  );
}
