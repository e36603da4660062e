import { Icon } from '../../../shared/ui/icon.tsx';
import type { Here } from '../../platform/messages.ts';
import { useText } from '../state/use-text.ts';

/** The page in front does not let the overlay be: said once, plainly, where no page can hide it. */
export function RetiredBanner({ here }: { here: Here | undefined }) {
  const t = useText();
  if (!here?.retired) return null;
  return (
    <p class="gp-banner gp-banner-broken" role="status">
      <Icon name="warn" size={16} />
      <span>
        {t.holding.retired}
        <span class="gp-faint">
          {' '}
          {t.holding.retiredWhy[here.retired]} {t.holding.retiredHow}
        </span>
      </span>
    </p>
  );
}
