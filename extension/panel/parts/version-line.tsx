import type { BundleState } from '../../platform/messages.ts';
import { day } from '../data/dates.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useText } from '../state/use-text.ts';

/** Which documents these are: what somebody on the phone with support reads out. */
export function VersionLine({ bundle }: { bundle: BundleState | undefined }) {
  const t = useText();
  const lang = useLanguage();
  if (!bundle || bundle.source === 'none') return null;
  return (
    <small class="gp-faint gp-right">{t.panel.version(bundle.version, day(bundle.published, lang))}</small>
  );
}
