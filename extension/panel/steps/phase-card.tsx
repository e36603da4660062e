import type { Phase, Walkthrough } from '../../../shared/guide/index.ts';
import { Icon, type IconName } from '../../../shared/ui/icon.tsx';
import { useText } from '../state/use-text.ts';

type End = Exclude<Phase, 'walking'>;

const ICONS: Record<End, IconName> = { checking: 'clock', saved: 'check', unsaved: 'warn', done: 'check' };

/** How it ended. Saved is said only of what was read again from the screen. */
export function PhaseCard({ walk }: { walk: Walkthrough }) {
  const t = useText();
  if (walk.phase === 'walking') return null;
  const { phase } = walk;
  const titles: Record<End, string> = {
    checking: t.panel.steps.checking,
    saved: t.walk.saved,
    unsaved: t.walk.notSaved,
    done: t.walk.finished,
  };
  const words: Record<End, string> = {
    checking: t.panel.steps.checkingHow,
    saved: t.panel.steps.savedHow,
    unsaved: t.panel.steps.unsavedHow,
    done: t.panel.steps.doneHow,
  };
  return (
    <div class={`gp-phase gp-phase-${phase}`} role="status">
      <Icon name={ICONS[phase]} size={22} />
      <div>
        <p class="gp-phase-title">{titles[phase]}</p>
        <p>{words[phase]}</p>
        {phase === 'unsaved' && walk.found && <p>{t.panel.steps.unsavedFound(walk.found)}</p>}
      </div>
    </div>
  );
}
