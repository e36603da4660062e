import type { Article } from '../../shared/article/index.ts';
import { text } from '../../shared/ui/text/index.ts';
import type { Site } from './site.ts';

const SIBLINGS = 4;

/** What an editor linked by hand; else the neighbours in its category. */
export function Related({ site, article }: { site: Site; article: Article }) {
  const linked = article.related.flatMap((id) => site.entryOf.get(id) ?? []);
  const shelf = site.shelfOf.get(article.category)?.articles ?? [];
  const at = site.placeOf.get(article.id) ?? -1;
  const near = [
    ...shelf.slice(at + 1, at + 1 + SIBLINGS),
    ...shelf.slice(0, Math.max(0, Math.min(at, SIBLINGS))),
  ].slice(0, SIBLINGS);
  const entries = linked.length > 0 ? linked : near;
  if (entries.length === 0) return null;
  const t = text(site.lang);
  return (
    <section class="related" aria-labelledby="related" lang={site.lang}>
      <h2 id="related">{linked.length > 0 ? t.article.related : t.lounge.sameTopic}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} lang={entry.lang === site.lang ? undefined : entry.lang}>
            <a href={`${entry.id}.html`}>{entry.title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
