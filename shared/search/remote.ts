import { loadIndex } from './core.ts';
import type { Hit, SearchOptions } from './document.ts';
import type { Index } from './engine.ts';
import { searchAll } from './partitions.ts';

/** What a worker, a MessagePort and a page's side of either have in common. */
export interface Port {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  start?(): void;
}

type Request =
  | { ask: number; do: 'load'; bytes: Uint8Array }
  | { ask: number; do: 'search'; query: string; options: SearchOptions };
type Answer = { ask: number; hits: Hit[] } | { ask: number; error: string };

/**
 * The side that holds the indexes, for a worker. docs/scale.md says when that pays: from about 20,000 documents on,
 * where loading and a first misspelt word hold a page up; below, the message costs as much as the search.
 */
export function serveSearch(port: Port): void {
  const indexes: Index[] = [];
  port.addEventListener('message', ({ data }) => {
    const request = data as Request;
    let answer: Answer;
    try {
      if (request.do === 'load') indexes.push(loadIndex(request.bytes));
      answer = {
        ask: request.ask,
        hits: request.do === 'search' ? searchAll(indexes, request.query, request.options) : [],
      };
    } catch (error) {
      answer = { ask: request.ask, error: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(answer);
  });
  port.start?.();
}

/** The other side: load and search as promises. A failed load rejects with the reason that loadIndex gave. */
export function remoteSearch(port: Port) {
  let asked = 0;
  const waiting = new Map<number, { resolve: (hits: Hit[]) => void; reject: (error: Error) => void }>();
  port.addEventListener('message', ({ data }) => {
    const answer = data as Answer;
    const asker = waiting.get(answer.ask);
    waiting.delete(answer.ask);
    if ('error' in answer) asker?.reject(new Error(answer.error));
    else asker?.resolve(answer.hits);
  });
  port.start?.();
  const ask = (
    request: { do: 'load'; bytes: Uint8Array } | { do: 'search'; query: string; options: SearchOptions },
  ) =>
    new Promise<Hit[]>((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      port.postMessage({ ...request, ask: asked });
    });
  return {
    load: async (bytes: Uint8Array): Promise<void> => {
      await ask({ do: 'load', bytes });
    },
    search: (query: string, options: SearchOptions = {}): Promise<Hit[]> =>
      ask({ do: 'search', query, options }),
  };
}
