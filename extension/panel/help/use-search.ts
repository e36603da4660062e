import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type Hit,
  type Index,
  type SearchOptions,
  LiveSearch as Suggester,
  search,
} from '../../../shared/search/index.ts';

const MOST = 20;

/** Hits for what is in the field, from the first key on. Asked again when the index or the console changes. */
export function useSearch(index: Index | undefined, options: Pick<SearchOptions, 'lang' | 'console'>) {
  const [found, setFound] = useState<{ query: string; hits: Hit[] }>({ query: '', hits: [] });
  const typed = useRef('');
  const latest = useRef({ index, options });
  latest.current = { index, options };
  const suggester = useMemo(
    () =>
      new Suggester(
        (query, asked) => {
          const { index: ready, options: where } = latest.current;
          return ready ? search(ready, query, { ...where, ...asked, limit: MOST }) : [];
        },
        (hits, query) => setFound({ query, hits }),
      ),
    [],
  );
  const type = (query: string, composing = false) => {
    typed.current = query;
    void suggester.type(query, { composing });
  };
  useEffect(() => {
    if (typed.current) type(typed.current);
  }, [index, options.console, options.lang]);
  useEffect(() => () => suggester.stop(), []);
  return { ...found, type };
}
