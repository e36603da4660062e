import type { Catalogue } from '../../../shared/bundle/index.ts';
import type { Hit } from '../../../shared/search/index.ts';
import { Hits } from '../../../shared/ui/hits.tsx';
import { arrange } from '../data/results.ts';
import { GuideRow } from '../parts/guide-row.tsx';
import { Nothing } from '../parts/nothing.tsx';
import { useLanguage } from '../state/lang-context.ts';
import { useText } from '../state/use-text.ts';
import { NearNames } from './near-names.tsx';

export interface SearchResultsProps {
  query: string;
  hits: readonly Hit[];
  catalogue: Catalogue;
  console: string | null;
  busy: boolean;
  onOpen(article: string): void;
  onStart(guide: string): void;
  onAsk(query: string): void;
}

export function SearchResults({ query, hits, catalogue, console, ...acts }: SearchResultsProps) {
  const t = useText();
  const lang = useLanguage();
  const { guides, documents } = arrange(hits, catalogue, console, lang);
  const count = guides.length + documents.length;
  return (
    <>
      <p class="gj-hidden" role="status">
        {count > 0 ? t.search.found(count) : t.search.none(query)}
      </p>
      {guides.length > 0 && (
        <section>
          <h2 class="gp-heading">{t.panel.guide.found}</h2>
          <ul class="gp-guides">
            {guides.map(({ guide, hit, ownTitle }) => (
              <GuideRow
                key={guide.id}
                guide={guide}
                ranges={ownTitle ? [] : hit.ranges.title}
                busy={acts.busy}
                onOpen={acts.onOpen}
                onStart={acts.onStart}
              />
            ))}
          </ul>
        </section>
      )}
      {documents.length > 0 && (
        <section>
          {guides.length > 0 && <h2 class="gp-heading">{t.panel.guide.documents}</h2>}
          <Hits hits={documents} label={t.search.results} onOpen={(hit) => acts.onOpen(hit.id)} />
        </section>
      )}
      {count === 0 ? (
        <>
          <NearNames {...{ query, catalogue, console }} documents={false} {...acts} />
          <Nothing icon="search" title={t.search.none(query)}>
            <p>{t.search.noneHint}</p>
            <button type="button" class="gj-button" onClick={() => acts.onAsk(query)}>
              {t.search.ask}
            </button>
          </Nothing>
        </>
      ) : (
        <p class="gp-after">
          <button type="button" class="gj-linklike" onClick={() => acts.onAsk(query)}>
            {t.search.ask}
          </button>
        </p>
      )}
    </>
  );
}
