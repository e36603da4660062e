import { useState } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import { Hits } from '../../../shared/ui/hits.tsx';
import { faqOf, guidesFor } from '../data/lists.ts';
import { GuideRow } from '../parts/guide-row.tsx';
import { useLanguage } from '../state/lang-context.ts';
import { usePinned, useRecent } from '../state/use-at-hand.ts';
import { useText } from '../state/use-text.ts';
import { AtHandList } from './at-hand-list.tsx';

const FEW = 5;
const FEW_RECENT = 3;

/** Before anything is typed: what the person pinned, what can be followed here, what was seen last, what many ask. */
export function Front({
  catalogue,
  console,
  startable,
  ...acts
}: {
  catalogue: Catalogue;
  console: string | null;
  startable: readonly string[] | null;
  busy: boolean;
  onOpen(article: string): void;
  onStart(guide: string): void;
}) {
  const t = useText();
  const lang = useLanguage();
  const [all, setAll] = useState(false);
  const [pinned] = usePinned();
  const recent = useRecent()
    .filter((id) => !pinned.includes(id) && catalogue.articles.some((entry) => entry.id === id))
    .slice(0, FEW_RECENT);
  const guides = guidesFor(catalogue, console, lang, startable);
  const faq = faqOf(catalogue, console);
  // One more row is no reason for a button that hides one row.
  const shown = all || guides.length <= FEW + 1 ? guides : guides.slice(0, FEW);
  return (
    <>
      <AtHandList title={t.panel.mine.pinned} ids={pinned} {...{ catalogue, console }} {...acts} />
      {console !== null && (
        <section>
          <h2 class="gp-heading">{t.panel.forThisPage}</h2>
          {guides.length === 0 && <p class="gp-faint gp-line">{t.panel.guide.noneHere}</p>}
          <ul class="gp-guides">
            {shown.map((guide) => (
              <GuideRow key={guide.id} guide={guide} {...acts} />
            ))}
          </ul>
          {shown.length < guides.length && (
            <button type="button" class="gp-more" onClick={() => setAll(true)}>
              {t.common.more} <span class="gp-faint">{guides.length - shown.length}</span>
            </button>
          )}
        </section>
      )}
      <AtHandList title={t.panel.mine.recent} ids={recent} {...{ catalogue, console }} {...acts} />
      {faq.length > 0 && (
        <section>
          <h2 class="gp-heading">{t.panel.faq}</h2>
          <Hits
            brief
            label={t.panel.faq}
            hits={faq.map(({ id, title }) => ({ id, title, ranges: { title: [] } }))}
            onOpen={(hit) => acts.onOpen(hit.id)}
          />
        </section>
      )}
    </>
  );
}
