import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { CallError } from '../../platform/messages.ts';

/** Something that the background is asked for. A value that was there stays while it is asked for again. */
export type Loaded<T> =
  | { state: 'loading'; value: undefined }
  | { state: 'ready'; value: T }
  | { state: 'failed'; value: undefined; code: string };

const LOADING = { state: 'loading', value: undefined } as const;

export const codeOf = (error: unknown): string => (error instanceof CallError ? error.code : 'unexpected');

/** Asks at once and whenever `key` changes; the second result asks again. Late answers are dropped. */
export function useLoad<T>(ask: () => Promise<T>, key = ''): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T> & { key?: string }>(LOADING);
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;

  const again = useCallback(() => {
    const mine = ++turn.current;
    latest.current().then(
      (value) => mine === turn.current && setLoaded({ state: 'ready', value, key }),
      (error: unknown) => {
        if (mine !== turn.current) return;
        setLoaded({ state: 'failed', value: undefined, code: codeOf(error), key });
      },
    );
  }, [key]);

  useEffect(() => {
    again();
    return () => void turn.current++;
  }, [again]);

  // What was loaded for another key is not shown under this one.
  return [loaded.key !== undefined && loaded.key !== key ? LOADING : loaded, again];
}
