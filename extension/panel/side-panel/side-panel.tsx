import { useEffect, useState } from 'preact/hooks';
import { call, type Saw } from '../../platform/messages.ts';
import { consoleOf, said } from '../data/lists.ts';
import { open, type Reading } from '../data/reading.ts';
import { takeWanted, type Wanted } from '../data/wanted-view.ts';
import { Help } from '../help/help.tsx';
import { InquirySection } from '../inquiry/inquiry.tsx';
import { RetiredBanner } from '../parts/retired.tsx';
import { VersionLine } from '../parts/version-line.tsx';
import { useBrand } from '../state/brand.ts';
import { useLanguage } from '../state/lang-context.ts';
import { useContent } from '../state/use-content.ts';
import { useHere } from '../state/use-here.ts';
import { useNotice } from '../state/use-notice.ts';
import { useText } from '../state/use-text.ts';
import { useWalks } from '../state/use-walk.ts';
import { StepsSection } from '../steps/steps.tsx';
import { type Section, Tabs } from './tabs.tsx';

/** Beside the page: the steps, the documents and the way to support. All three stay as they were left. */
export function SidePanel() {
  const t = useText();
  const lang = useLanguage();
  const content = useContent();
  const [here] = useHere();
  const catalogue = content.catalogue.value;
  const brand = useBrand(catalogue?.lounge);
  const walks = useWalks(here, catalogue);
  const [section, setSection] = useState<Section | null>(null);
  const [reading, setReading] = useState<Reading>([]);
  const [asked, setAsked] = useState({ summary: '', turn: 0 });
  const [saw, setSaw] = useState<Saw | null>(null);

  const show = (wanted: Wanted) => {
    if (wanted.view === 'article') setReading(wanted.article ? open([], wanted.article) : []);
    if (wanted.summary) setAsked(({ turn }) => ({ summary: wanted.summary ?? '', turn: turn + 1 }));
    if (wanted.view === 'inquiry') setSaw(wanted.saw ?? null);
    setSection(wanted.view === 'article' ? 'help' : wanted.view);
  };
  useNotice((notice) => {
    if (notice.notice === 'view') show(notice);
  });
  useEffect(() => {
    const take = () => {
      const wanted = takeWanted();
      if (wanted) show(wanted);
    };
    take();
    void call('view/take').then(
      (wanted) => wanted && show(wanted),
      () => undefined,
    );
    addEventListener('storage', take);
    return () => removeEventListener('storage', take);
  }, []);

  const { active } = walks;
  // Nobody has chosen yet: where there is a walkthrough, it is what the panel was opened for.
  const shown: Section = section ?? (active ? 'steps' : 'help');
  const of = catalogue && active && here?.console !== active.console && consoleOf(catalogue, active.console);
  return (
    <div class="gj gp gp-side">
      <Tabs shown={shown} walking={Boolean(active)} onShow={setSection} />
      <main>
        <h1 class="gj-hidden">{brand?.name ?? t.panel.title}</h1>
        <RetiredBanner here={here} />
        <div role="tabpanel" id="panel-steps" aria-labelledby="tab-steps" hidden={shown !== 'steps'}>
          <StepsSection
            walks={walks}
            elsewhere={of ? said(of.name, lang) : null}
            onChoose={() => setSection('help')}
            onRead={(article) => show({ view: 'article', article })}
          />
        </div>
        <div role="tabpanel" id="panel-help" aria-labelledby="tab-help" hidden={shown !== 'help'}>
          <Help
            content={content}
            here={here}
            settled={here !== undefined}
            reading={reading}
            onReading={setReading}
            onStart={async (guide) => {
              await walks.start(guide);
              setSection('steps');
            }}
            onAsk={(summary) => show({ view: 'inquiry', summary })}
            after={
              <p class="gp-after">
                <VersionLine bundle={content.bundle.value} />
              </p>
            }
          />
        </div>
        <div role="tabpanel" id="panel-inquiry" aria-labelledby="tab-inquiry" hidden={shown !== 'inquiry'}>
          <InquirySection content={content} here={here} walk={active ?? null} saw={saw} {...asked} />
        </div>
      </main>
    </div>
  );
}
