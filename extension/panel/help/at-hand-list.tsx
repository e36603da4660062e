import type { Catalogue } from '../../../shared/bundle/index.ts';
import { Hits } from '../../../shared/ui/hits.tsx';
import { entryOf, guidesOfArticle } from '../data/lists.ts';
import { GuideRow } from '../parts/guide-row.tsx';

/** Documents by their ids, in that order: with a start button where their only guide can be followed right here. */
export function AtHandList({
  title,
  ids,
  catalogue,
  console,
  busy,
  onOpen,
  onStart,
}: {
  title: string;
  ids: readonly string[];
  catalogue: Catalogue;
  console: string | null;
  busy: boolean;
  onOpen(article: string): void;
  onStart(guide: string): void;
}) {
  const guideOf = (id: string) => {
    const guides = guidesOfArticle(catalogue, id);
    return guides.length === 1 && console !== null && guides[0]?.console === console ? guides[0] : undefined;
  };
  const entries = ids.flatMap((id) => entryOf(catalogue, id) ?? []);
  if (entries.length === 0) return null;
  const guides = entries.flatMap(({ id }) => guideOf(id) ?? []);
  const documents = entries.filter(({ id }) => !guideOf(id));
  return (
    <section>
      <h2 class="gp-heading">{title}</h2>
      {guides.length > 0 && (
        <ul class="gp-guides">
          {guides.map((guide) => (
            <GuideRow key={guide.id} {...{ guide, busy, onOpen, onStart }} />
          ))}
        </ul>
      )}
      {documents.length > 0 && (
        <Hits
          brief
          label={title}
          hits={documents.map(({ id, title: name }) => ({ id, title: name, ranges: { title: [] } }))}
          onOpen={(hit) => onOpen(hit.id)}
        />
      )}
    </section>
  );
}
