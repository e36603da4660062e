import type { RefObject } from 'preact';
import { ReceiptView } from '../../shared/ui/receipt-view.tsx';
import type { CardActions } from './card-actions.ts';
import { Hint } from './card-hint.tsx';
import { Newer } from './card-newer.tsx';
import type { CardView } from './card-view.ts';
import { useText } from './text.ts';

export function EndBody({
  view,
  act,
  heading,
}: {
  view: CardView;
  act: CardActions;
  heading: RefObject<HTMLParagraphElement | null>;
}) {
  const t = useText();
  const over = view.end === 'saved' || view.end === 'done';
  return (
    <>
      <Hint view={view} heading={heading} />
      {view.canReload && (
        <div class="ask">
          <button type="button" class="main" onClick={act.reload}>
            {t.walk.reload}
          </button>
        </div>
      )}
      {(view.end === 'unsaved' || view.tone === 'wrong') && (
        <div class="ask">
          <button type="button" class="main" onClick={act.again}>
            {t.walk.again}
          </button>
        </div>
      )}
      {over && view.receipt && (
        <ReceiptView receipt={view.receipt} earlier={view.earlier} lang={view.lang} onCopy={act.copy} />
      )}
      {over && view.putBack && (
        <div class="put-back">
          {view.putBack.can && (
            <button type="button" class="choice" onClick={() => act.putBack()}>
              {t.walk.putBack.button}
            </button>
          )}
          {view.putBack.why && <p class="detail">{view.putBack.why}</p>}
        </div>
      )}
      <Newer view={view} act={act} />
    </>
  );
}
