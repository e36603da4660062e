import { unwatchFile, watchFile } from 'node:fs';
import path from 'node:path';
import type { Hono } from 'hono';
import type { SearchOptions } from '../../shared/search/index.ts';
import type { Log } from '../intake/index.ts';
import { readBundle } from '../publish/read-bundle.ts';
import { articleOf, documentsOf, termGroups } from './documents.ts';
import { feed } from './feed.ts';
import { type DeskHit, type DeskSearch, openDeskSearch, type SearchDatabase } from './index.ts';
import { type Searchable, searchRoutes } from './routes.ts';

/** How often the manifest is looked at, in milliseconds. */
const LOOK = 2000;
/** Most languages that an article is written in. */
const LANGUAGES = 3;

export interface SearchParts {
  database: SearchDatabase;
  /** The published bundle, and the keys that it may be signed with. */
  bundle: string;
  keys: Parameters<typeof readBundle>[1];
  log: Log;
  trustProxy?: boolean;
  look?: number;
}

/**
 * The desk's search over what is published, followed as it is published anew. What was there before goes on answering
 * while the new is put in, also when that fails.
 */
export function openSearch(parts: SearchParts): { app: Hono; ready: Promise<void>; close(): Promise<void> } {
  const { database, bundle, keys, log, look = LOOK } = parts;
  let searchable: Searchable | null = null;
  let closed = false;

  async function take(): Promise<void> {
    if (closed) return;
    try {
      const { manifest: published, indexes } = await readBundle(bundle, keys);
      const { version } = published;
      if (version === searchable?.version) return;
      const all = await indexes();
      const search = await openDeskSearch(database, termsOf(all));
      const fed = await feed(search, stopped(documents(all)));
      searchable = { version, find: (query, options) => findArticles(search, query, options) };
      log('search-fed', { version, put: fed.put, removed: fed.removed });
    } catch (error) {
      if (!closed) log('search-failed', { error: (error as Error).name });
    }
  }

  /** Ends the feeding between two documents when the desk closes. */
  function* stopped<T>(all: Iterable<T>): Generator<T> {
    for (const one of all) {
      if (closed) throw new Error('the desk closes');
      yield one;
    }
  }

  let taking = take();
  const ready = taking;
  const manifest = path.join(bundle, 'manifest.json');
  const again = () => {
    taking = taking.then(take);
  };
  watchFile(manifest, { interval: look, persistent: false }, again);
  return {
    app: searchRoutes({ searchable: () => searchable, trustProxy: parts.trustProxy ?? false }),
    ready,
    async close() {
      closed = true;
      unwatchFile(manifest, again);
      await taking;
    },
  };
}

function termsOf(indexes: Uint8Array[]): string[][] {
  const groups = indexes.flatMap(termGroups);
  return [...new Map(groups.map((group) => [group.join('\n'), group])).values()];
}

/** Each article once, in the language that answers best. */
async function findArticles(search: DeskSearch, query: string, options: SearchOptions): Promise<DeskHit[]> {
  const { limit = 10 } = options;
  const hits = await search.search(query, { ...options, limit: limit * LANGUAGES });
  const articles = new Map<string, DeskHit>();
  for (const hit of hits) {
    const id = articleOf(hit.id);
    if (!articles.has(id)) articles.set(id, { ...hit, id });
  }
  return [...articles.values()].slice(0, limit);
}

/** Of a text that stands in several indexes, once. */
function* documents(indexes: Uint8Array[]) {
  const met = new Set<string>();
  for (const index of indexes)
    for (const document of documentsOf(index)) {
      if (met.has(document.id)) continue;
      met.add(document.id);
      yield document;
    }
}
