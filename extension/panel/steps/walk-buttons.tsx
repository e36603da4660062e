import type { WalkEvent, Walkthrough } from '../../../shared/guide/index.ts';
import type { StepRow } from '../data/step-rows.ts';
import { type WalkButton, walkButtons } from '../data/walk-buttons.ts';
import { useText } from '../state/use-text.ts';

export interface WalkButtonsProps {
  walk: Walkthrough;
  rows: readonly StepRow[];
  onAct(event: WalkEvent): void;
  onEnd(): void;
}

/** Always at the foot, so that pressing 다음 several times needs no hunting. */
export function WalkButtons({ walk, rows, onAct, onEnd }: WalkButtonsProps) {
  const t = useText();
  const { main, side } = walkButtons(walk, rows[0]?.state === 'current');
  const words: Record<WalkButton, string> = {
    back: t.walk.previous,
    next: t.walk.next,
    skip: t.walk.skip,
    leave: t.panel.steps.leave,
    resume: t.walk.resume,
    last: t.panel.steps.backToLast,
    end: main.includes('end') ? t.walk.finish : t.panel.steps.end,
  };
  const press: Record<WalkButton, () => void> = {
    back: () => onAct({ type: 'back' }),
    next: () => onAct({ type: 'next' }),
    skip: () => onAct({ type: 'skip' }),
    leave: () => onAct({ type: 'pause' }),
    resume: () => onAct({ type: 'resume' }),
    last: () => onAct({ type: 'back' }),
    end: onEnd,
  };
  return (
    <footer class="gp-walk-buttons">
      {side.map((name) => (
        <button key={name} type="button" class="gj-button gj-quiet" onClick={press[name]}>
          {words[name]}
        </button>
      ))}
      {main.map((name) => (
        <button key={name} type="button" class="gj-button gj-primary" onClick={press[name]}>
          {words[name]}
        </button>
      ))}
    </footer>
  );
}
