import { useEffect, useState } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import type { WalkEvent } from '../../../shared/guide/index.ts';
import { type ActiveWalk, call, type Here } from '../../platform/messages.ts';
import { useNotice } from './use-notice.ts';

/** The walkthrough of the console in front; away from every console, the one begun last. */
export function pickWalk(walks: readonly ActiveWalk[], console: string | null): ActiveWalk | null {
  if (console !== null) return walks.find((active) => active.console === console) ?? null;
  return walks.reduce<ActiveWalk | null>(
    (last, active) => (last && last.walk.started >= active.walk.started ? last : active),
    null,
  );
}

export interface Walks {
  /** Undefined until known. */
  active: ActiveWalk | null | undefined;
  act(event: WalkEvent): Promise<void>;
  end(): Promise<void>;
  /** Begins the walkthrough that puts back what this one has changed. */
  putBack(): Promise<void>;
  /** @throws CallError */
  start(guide: string): Promise<void>;
}

/** The walkthroughs that are being followed; every face sees the same one move. */
export function useWalks(here: Here | undefined, catalogue: Catalogue | undefined): Walks {
  const [walks, setWalks] = useState<ActiveWalk[]>();
  useEffect(() => {
    if (!catalogue) return;
    let current = true;
    const ask = catalogue.consoles.map(({ id }) => call('walk/current', { console: id }).catch(() => null));
    void Promise.all(ask).then((found) => current && setWalks(found.filter((active) => active !== null)));
    return () => {
      current = false;
    };
  }, [catalogue]);

  const put = (console: string, active: ActiveWalk | null) =>
    setWalks((all = []) => [...all.filter((each) => each.console !== console), ...(active ? [active] : [])]);
  useNotice((notice) => {
    if (notice.notice === 'walk') put(notice.console, notice.active);
  });

  const active = walks && here ? pickWalk(walks, here.console) : undefined;
  return {
    active,
    async act(event) {
      if (active) put(active.console, await call('walk/act', { console: active.console, event }));
    },
    async end() {
      if (!active) return;
      await call('walk/end', { console: active.console });
      put(active.console, null);
    },
    async putBack() {
      if (!active) return;
      const begun = await call('walk/put-back', { console: active.console });
      if (begun) put(begun.console, begun);
    },
    async start(guide) {
      const begun = await call('walk/start', { guide, tab: here?.tab ?? null });
      put(begun.console, begun);
    },
  };
}
