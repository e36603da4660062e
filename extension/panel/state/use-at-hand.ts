import { useEffect, useState } from 'preact/hooks';
import { atHand, turnPin } from './at-hand.ts';

const CHANGED = 'giljabi:pins-changed';

/** Pinned documents; all our open pages follow a change. */
export function usePinned(): [string[], (id: string) => void] {
  const [pinned, setPinned] = useState(() => atHand('pinned'));
  useEffect(() => {
    const read = () => setPinned(atHand('pinned'));
    addEventListener('storage', read);
    addEventListener(CHANGED, read);
    return () => {
      removeEventListener('storage', read);
      removeEventListener(CHANGED, read);
    };
  }, []);
  const turn = (id: string) => {
    turnPin(id);
    dispatchEvent(new Event(CHANGED));
  };
  return [pinned, turn];
}

/** As it was when the list appeared: what is read now must not move the rows that somebody comes back to. */
export function useRecent(): string[] {
  const [recent, setRecent] = useState(() => atHand('recent'));
  useEffect(() => {
    const read = () => setRecent(atHand('recent'));
    addEventListener('storage', read);
    return () => removeEventListener('storage', read);
  }, []);
  return recent;
}
