import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import type { Index } from '../../../shared/search/core.ts';
import { type BundleState, call } from '../../platform/messages.ts';
import { nearIndexes } from '../data/indexes.ts';
import { type Loaded, useLoad } from './use-load.ts';
import { useNotice } from './use-notice.ts';

export interface Content {
  bundle: Loaded<BundleState>;
  catalogue: Loaded<Catalogue>;
  index: Loaded<Index>;
  online: boolean;
  again(): void;
}

/** Catalogue and search index of the bundle in use; both follow when a newer one arrives. */
export function useContent(): Content {
  const [bundle, askBundle] = useLoad(() => call('bundle/state'));
  const [catalogue, askCatalogue] = useLoad(() => call('content/catalogue'));
  const [index, askIndex] = useIndex();
  const online = useOnline();
  const again = () => {
    askBundle();
    askCatalogue();
    askIndex();
  };
  const version = bundle.value?.version;
  useNotice((notice) => {
    if (notice.notice !== 'bundle') return;
    if (notice.state.version !== version || notice.state.source === 'none') again();
    else askBundle();
  });
  // An author's files change while nobody tells: asking makes the background look.
  const drafting = bundle.value?.source === 'draft';
  useEffect(() => {
    if (!drafting) return;
    const timer = setInterval(askBundle, 1_500);
    return () => clearInterval(timer);
  }, [drafting, askBundle]);
  return { bundle, catalogue, index, online, again };
}

/** The near index at once, and all of it as soon as it is here. */
function useIndex(): [Loaded<Index>, () => void] {
  const [loaded, again] = useLoad(nearIndexes);
  const [whole, setWhole] = useState<{ near: Index; index: Index } | null>(null);
  const found = loaded.value;
  useEffect(() => {
    let gone = false;
    // Without the rest, what is near is still found.
    found?.whole?.().then(
      (index) => !gone && setWhole({ near: found.near, index }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [found]);
  if (!found) return [loaded as Loaded<Index>, again];
  return [{ state: 'ready', value: whole?.near === found.near ? whole.index : found.near }, again];
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const tell = () => setOnline(navigator.onLine);
    addEventListener('online', tell);
    addEventListener('offline', tell);
    return () => {
      removeEventListener('online', tell);
      removeEventListener('offline', tell);
    };
  }, []);
  return online;
}
