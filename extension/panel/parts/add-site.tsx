import { useId, useState } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { call } from '../../platform/messages.ts';
import { requestSite } from '../../platform/permissions.ts';
import { said } from '../data/lists.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useText } from '../state/use-text.ts';

/** For a site that is no console yet: quiet until it is asked for, then one question and the browser's own prompt. */
export function AddSite({
  origin,
  catalogue,
  onAdded,
}: {
  origin: string;
  catalogue: Catalogue;
  onAdded(): void;
}) {
  const t = useText();
  const lang = useLanguage();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [console, setConsole] = useState('');
  const [end, setEnd] = useState<'done' | 'refused' | null>(null);
  const host = new URL(origin).host;

  const allow = async () => {
    // First of all: the browser takes a request only while it handles this very click.
    const granted = await requestSite(origin).catch(() => false);
    if (granted) await call('site/granted', { origin, console });
    setEnd(granted ? 'done' : 'refused');
    if (granted) onAdded();
  };
  if (end === 'done')
    return (
      <p class="gp-banner gp-banner-ok" role="status">
        <Icon name="check" size={16} />
        <span>{t.panel.site.done(host)}</span>
      </p>
    );
  if (!open)
    return (
      <button type="button" class="gp-add-site" aria-expanded={false} onClick={() => setOpen(true)}>
        <span>{t.panel.site.use}</span>
        <small>{host}</small>
      </button>
    );
  return (
    <section class="gp-add-site-form" aria-labelledby={id}>
      <h2 id={id}>{t.panel.site.what(host)}</h2>
      <fieldset>
        <legend>{t.panel.site.which}</legend>
        {catalogue.consoles.map((each) => (
          <label key={each.id}>
            <input
              type="radio"
              name="console"
              value={each.id}
              checked={console === each.id}
              onChange={() => setConsole(each.id)}
            />
            {said(each.name, lang)}
          </label>
        ))}
      </fieldset>
      <p class="gp-faint">{t.panel.site.note}</p>
      {end === 'refused' && <p role="status">{t.panel.site.refused}</p>}
      <p class="gp-buttons">
        <button
          type="button"
          class="gj-button gj-primary"
          disabled={console === ''}
          onClick={() => void allow()}
        >
          {t.panel.site.allow}
        </button>
        <button type="button" class="gj-button gj-quiet" onClick={() => setOpen(false)}>
          {t.common.cancel}
        </button>
      </p>
    </section>
  );
}
