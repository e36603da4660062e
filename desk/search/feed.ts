import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Document } from '../../shared/search/index.ts';
import type { DeskSearch } from './index.ts';

/** Documents in memory at once. */
const BATCH = 200;

export interface Fed {
  put: number;
  removed: number;
}

/**
 * Makes the desk's search hold exactly these documents. Only what is new or has changed is written, in small
 * transactions: an embedded database takes inquiries in between, and whoever is cut off goes on from there.
 */
export async function feed(search: DeskSearch, documents: Iterable<Document>): Promise<Fed> {
  const gone = await search.marks();
  const fed: Fed = { put: 0, removed: gone.size };
  let seen = 0;
  let batch: (Document & { mark: string })[] = [];
  const flush = async () => {
    await search.put(batch);
    fed.put += batch.length;
    batch = [];
  };
  for (const document of documents) {
    const mark = createHash('sha256').update(JSON.stringify(document)).digest('base64url');
    if (gone.get(document.id) !== mark) batch.push({ ...document, mark });
    if (gone.delete(document.id)) fed.removed -= 1;
    if (batch.length === BATCH) await flush();
    else if (++seen % BATCH === 0) await turn(); // requests are answered in between
  }
  if (batch.length > 0) await flush();
  await search.remove([...gone.keys()]);
  if (fed.put + fed.removed > 0) await search.count();
  return fed;
}
