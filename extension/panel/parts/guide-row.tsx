import { Marked } from '../../../shared/ui/hits.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { GuideEntry } from '../data/lists.ts';
import { useText } from '../state/use-text.ts';

export interface GuideRowProps {
  guide: GuideEntry;
  /** What matched in the title. */
  ranges?: readonly (readonly [number, number])[];
  busy: boolean;
  onOpen(article: string): void;
  onStart(guide: string): void;
}

/** A guide that can be started where the person is: its words open the document, its button starts it. */
export function GuideRow({ guide, ranges = [], busy, onOpen, onStart }: GuideRowProps) {
  const t = useText();
  return (
    <li class="gp-guide">
      <button type="button" class="gj-hit" data-hit data-row={guide.id} onClick={() => onOpen(guide.article)}>
        <span class="gj-hit-title">
          <Marked text={guide.title} ranges={ranges} />
        </span>
        <span class="gp-guide-facts">{t.article.steps(guide.steps)}</span>
      </button>
      <button
        type="button"
        class="gp-start"
        aria-label={t.panel.guide.startNamed(guide.title)}
        disabled={busy}
        onClick={() => onStart(guide.id)}
      >
        <Icon name="steps" size={15} />
        {t.panel.guide.start}
      </button>
    </li>
  );
}
