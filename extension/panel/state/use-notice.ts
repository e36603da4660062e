import { useEffect, useRef } from 'preact/hooks';
import { type Notice, onNotice } from '../../platform/messages.ts';

/** Hears the background while the view is there. */
export function useNotice(listen: (notice: Notice) => void): void {
  const latest = useRef(listen);
  latest.current = listen;
  useEffect(() => {
    const stop = new AbortController();
    onNotice((notice) => latest.current(notice), stop.signal);
    return () => stop.abort();
  }, []);
}
