import type { RefObject } from 'preact';
import { labelled } from '../../shared/guide/index.ts';
import { Inlines } from '../../shared/ui/article-inline.tsx';
import type { CardView } from './card-view.ts';

const SIGN: Record<CardView['tone'], string> = {
  plain: '',
  ask: '?',
  missing: '!',
  ok: '✓',
  wrong: '!',
  busy: '',
};

export function Hint({
  view,
  heading,
}: {
  view: CardView;
  heading?: RefObject<HTMLParagraphElement | null>;
}) {
  if (!view.hint) return null;
  return (
    <div class="hint">
      {SIGN[view.tone] && (
        <span class="sign" aria-hidden="true">
          {SIGN[view.tone]}
        </span>
      )}
      <div>
        <p class="say" ref={heading} tabIndex={heading ? -1 : undefined}>
          {view.hint}
        </p>
        {view.detail?.split('\n').map((line) => (
          <p class="detail" key={line}>
            <Inlines nodes={labelled(line)} />
          </p>
        ))}
      </div>
    </div>
  );
}
