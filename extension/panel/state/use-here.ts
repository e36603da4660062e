import { useEffect } from 'preact/hooks';
import { onFrontChanged } from '../../platform/front.ts';
import { call, type Here, onNotice } from '../../platform/messages.ts';
import { useLoad } from './use-load.ts';

/** The tab in front of the person, also when another one comes to the front. Undefined until known. */
export function useHere(): [Here | undefined, () => void] {
  const [here, again] = useLoad(() => call('here'));
  useEffect(() => {
    const stop = new AbortController();
    onFrontChanged(again, stop.signal);
    onNotice(({ notice }) => (notice === 'here' || notice === 'retired') && again(), stop.signal);
    return () => stop.abort();
  }, [again]);
  const nowhere = { tab: null, console: null, addable: null, startable: null, retired: null };
  return [here.state === 'failed' ? nowhere : here.value, again];
}
