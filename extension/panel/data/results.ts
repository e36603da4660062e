import type { Catalogue } from '../../../shared/bundle/index.ts';
import type { Hit } from '../../../shared/search/index.ts';
import { consoleOf, entryOf, type GuideEntry, guidesOfArticle, type Lang, said } from './lists.ts';

export interface GuideResult {
  guide: GuideEntry;
  hit: Hit;
  /** The guide's own title when it is not the article's; ranges are about the article's title only. */
  ownTitle: boolean;
}

export interface DocumentResult {
  id: string;
  title: string;
  description: string;
  ranges: Hit['ranges'];
  why: string[];
  guide: boolean;
  /** Name of a console that is not the one in front. */
  place?: string;
}

export interface Results {
  guides: GuideResult[];
  documents: DocumentResult[];
}

const MOST_GUIDES = 4;
/** A guide that fits much worse than the best document does not push in front of it. */
const WORTH = 0.6;

/**
 * What search found, in two lists: guides that can be started on the console in front, then documents.
 * Documents keep the order of search; one whose guides are all shown above is not repeated.
 */
export function arrange(
  hits: readonly Hit[],
  catalogue: Catalogue,
  console: string | null,
  lang: Lang,
): Results {
  const best = hits.reduce((most, hit) => Math.max(most, hit.score), 0);
  const guides: GuideResult[] = [];
  const documents: DocumentResult[] = [];
  for (const hit of hits) {
    const entry = entryOf(catalogue, hit.id);
    if (!entry) continue;
    const walkable = guidesOfArticle(catalogue, hit.id);
    const here = console === null ? [] : walkable.filter((guide) => guide.console === console);
    const room = MOST_GUIDES - guides.length;
    if (here.length > 0 && here.length <= room && hit.score >= best * WORTH) {
      for (const guide of here) guides.push({ guide, hit, ownTitle: guide.title !== entry.title });
      continue;
    }
    const of = entry.console === console ? undefined : consoleOf(catalogue, entry.console);
    documents.push({
      id: hit.id,
      title: entry.title,
      description: entry.description,
      ranges: hit.ranges,
      why: hit.why,
      guide: walkable.length > 0,
      ...(of && { place: said(of.name, lang) }),
    });
  }
  return { guides, documents };
}
