import type { Walkthrough } from '../../../shared/guide/index.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { useText } from '../state/use-text.ts';

/** A press on the page is being held: said here as well, decided there. */
export function Held({ walk: { held } }: { walk: Walkthrough }) {
  const t = useText();
  if (!held) return null;
  const words = held.kind === 'risk' ? t.walk.risk : t.walk.leave;
  return (
    <p class="gp-held" role="status">
      <Icon name="warn" size={15} />
      <span>
        <strong>{words.head}</strong> {words.goOn}
      </span>
    </p>
  );
}
