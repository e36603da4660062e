import type { CardActions } from './card-actions.ts';
import type { CardView } from './card-view.ts';
import { useText } from './text.ts';

/** The guide has been published anew since this one was begun: said, with the way to it, and never forced. */
export function Newer({ view, act }: { view: CardView; act: CardActions }) {
  const t = useText().walk.newer;
  if (!view.newer) return null;
  const how = view.newer === 'gone' ? t.goneHow : view.end ? t.changedEnd : t.changedHow;
  return (
    <div class="newer">
      <p class="say">{t[view.newer]}</p>
      <p class="detail">{how}</p>
      {view.newer === 'changed' && (
        <button type="button" class="choice" onClick={() => act.anew()}>
          {t.begin}
        </button>
      )}
    </div>
  );
}
