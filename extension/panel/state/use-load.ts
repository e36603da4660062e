import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { CallError } from '../../platform/messages.ts';

/** Something that the background is asked for. A value that was there stays while it is asked for again. */
export type Loaded<T> =
  | { state: 'loading'; value: undefined }
  | { state: 'ready'; value: T }
  | { state: 'failed'; value: undefined; code: string };

const LOADING = { state: 'loading', value: undefined } as const;

/** Answers that this page waits for. */
let awaited = 0;
/** So many looks without a question are the end of the first ones: an answer may lead to the next. */
const QUIET = 3;
/** Milliseconds between two looks. Not a frame: a page that opens behind another has none. */
const LOOK = 16;
/** Longer than this nothing is held back, in milliseconds. */
const PATIENCE = 2_000;

/** Whether all that was asked for at first has been answered: what appears at once does not push anything about. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let quiet = 0;
    const began = Date.now();
    const look = () => {
      quiet = awaited === 0 ? quiet + 1 : 0;
      if (quiet > QUIET || Date.now() - began > PATIENCE) setSettled(true);
      else timer = setTimeout(look, LOOK);
    };
    let timer = setTimeout(look, LOOK);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

export const codeOf = (error: unknown): string => (error instanceof CallError ? error.code : 'unexpected');

/** Asks at once and whenever `key` changes; the second result asks again. Late answers are dropped. */
export function useLoad<T>(ask: () => Promise<T>, key = ''): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T> & { key?: string }>(LOADING);
  const turn = useRef(0);
  const latest = useRef(ask);
  latest.current = ask;

  const again = useCallback(() => {
    const mine = ++turn.current;
    awaited++;
    const answer = latest.current();
    const done = () => void awaited--;
    answer.then(done, done);
    answer.then(
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
