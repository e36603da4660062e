import { useState } from 'preact/hooks';
import { Icon } from '../../../shared/ui/icon.tsx';
import { openOptions, openPanelPage } from '../../platform/pages.ts';
import { openPanel } from '../../platform/panels.ts';
import { consoleOf, said } from '../data/lists.ts';
import type { Reading } from '../data/reading.ts';
import { type Wanted, want } from '../data/wanted-view.ts';
import { Help } from '../help/help.tsx';
import { AddSite } from '../parts/add-site.tsx';
import { HouseMark } from '../parts/house-mark.tsx';
import { SettingsIcon, SideIcon } from '../parts/page-icons.tsx';
import { VersionLine } from '../parts/version-line.tsx';
import { WalkCard } from '../parts/walk-card.tsx';
import { useBrand } from '../state/brand.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useContent } from '../state/use-content.ts';
import { useHere } from '../state/use-here.ts';
import { useText } from '../state/use-text.ts';
import { useWalks } from '../state/use-walk.ts';

/** Behind the toolbar button: what can be done on the screen in front, and help for everything else. */
export function Popup() {
  const t = useText();
  const lang = useLanguage();
  const content = useContent();
  const [here, askHere] = useHere();
  const catalogue = content.catalogue.value;
  const brand = useBrand(catalogue?.lounge);
  const walks = useWalks(here, catalogue);
  // Nobody's name stands there only to be another's a moment later.
  const whose = brand !== undefined || content.catalogue.state === 'failed';
  const [reading, setReading] = useState<Reading>([]);
  // A walkthrough under way stands above the lists; so they wait until it is known whether there is one.
  const settled = here !== undefined && walks.active !== undefined;
  const of = catalogue && consoleOf(catalogue, here?.console ?? null);

  const showPanel = (wanted?: Wanted) => {
    if (wanted) want(wanted);
    // Nothing is awaited before: the browser opens it only while it handles this click.
    const opening = here?.tab == null ? Promise.resolve(false) : openPanel(here.tab);
    void opening.then((opened) => (opened ? undefined : openPanelPage())).finally(() => window.close());
  };
  const start = async (guide: string) => {
    await walks.start(guide);
    window.close();
  };
  const resume = async () => {
    await walks.act({ type: 'resume' });
    window.close();
  };
  return (
    <div class="gj gp gp-popup">
      <header class="gp-top">
        <h1 class={whose ? undefined : 'gp-unknown'}>
          <HouseMark brand={brand} size={26} />
          {brand ? <span lang="ko">{brand.name}</span> : <span>{t.panel.title}</span>}
        </h1>
        {of && (
          <span class="gj-tag gj-tag-brand" title={t.panel.guide.here(said(of.name, lang))}>
            <span class="gj-hidden">{t.panel.guide.here('')}</span>
            {said(of.name, lang)}
          </span>
        )}
        <span class="gp-right">
          <button
            type="button"
            class="gj-button gj-quiet gj-bare"
            aria-label={t.panel.guide.sidePanel}
            title={t.panel.guide.sidePanel}
            onClick={() => showPanel()}
          >
            <SideIcon />
          </button>
          <button
            type="button"
            class="gj-button gj-quiet gj-bare"
            aria-label={t.panel.options}
            title={t.panel.options}
            onClick={() => void openOptions().then(() => window.close())}
          >
            <SettingsIcon />
          </button>
        </span>
      </header>
      <main>
        <Help
          content={content}
          here={here}
          settled={settled}
          reading={reading}
          onReading={setReading}
          onStart={start}
          onAsk={(summary) => showPanel({ view: 'inquiry', summary })}
          after={
            here?.addable && catalogue && catalogue.consoles.length > 0 ? (
              <AddSite origin={here.addable} catalogue={catalogue} onAdded={askHere} />
            ) : null
          }
        >
          {walks.active && (
            <WalkCard
              active={walks.active}
              onResume={() => void resume()}
              onSteps={() => showPanel({ view: 'steps' })}
            />
          )}
        </Help>
      </main>
      <footer class="gp-foot">
        <button type="button" class="gj-button gj-quiet" onClick={() => showPanel({ view: 'inquiry' })}>
          <Icon name="mail" />
          {t.panel.inquiry}
        </button>
        <VersionLine bundle={content.bundle.value} />
      </footer>
    </div>
  );
}
