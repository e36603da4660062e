import type { Catalogue } from '../../../shared/bundle/index.ts';
import { pick } from '../../../shared/search/pick.ts';
import { Hits } from '../../../shared/ui/hits.tsx';
import { guidesFor } from '../data/lists.ts';
import { GuideRow } from '../parts/guide-row.tsx';
import { useLanguage } from '../state/lang-context.ts';
import { useText } from '../state/use-text.ts';

const FEW = 6;

/**
 * Choice by name alone: guides of this screen and, before the search index is here, all documents. Finds initial
 * consonants and slips of the finger, since fuse.js compares keystrokes.
 */
export function NearNames({
  query,
  catalogue,
  console,
  documents,
  busy,
  onOpen,
  onStart,
}: {
  query: string;
  catalogue: Catalogue;
  console: string | null;
  documents: boolean;
  busy: boolean;
  onOpen(article: string): void;
  onStart(guide: string): void;
}) {
  const t = useText();
  const lang = useLanguage();
  const guides = pick(guidesFor(catalogue, console, lang), query, ({ title }) => title).slice(0, FEW);
  const shown = new Set(guides.map(({ article }) => article));
  const others = documents
    ? pick(catalogue.articles, query, ({ title }) => title)
        .filter(({ id }) => !shown.has(id))
        .slice(0, FEW)
    : [];
  if (guides.length + others.length === 0) return null;
  return (
    <section>
      <h2 class="gp-heading">{t.panel.mine.near}</h2>
      {guides.length > 0 && (
        <ul class="gp-guides">
          {guides.map((guide) => (
            <GuideRow key={guide.id} {...{ guide, busy, onOpen, onStart }} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <Hits
          brief
          label={t.panel.guide.documents}
          hits={others.map(({ id, title }) => ({ id, title, ranges: { title: [] } }))}
          onOpen={(hit) => onOpen(hit.id)}
        />
      )}
    </section>
  );
}
