import { answerCalls } from '../platform/calls.ts';
import { onInstalled, onStartup } from '../platform/lifecycle.ts';
import { onSitesChanged, registerWatch } from '../platform/sites.ts';
import { tell } from '../platform/tabs.ts';
import { onWake, wakeEvery } from '../platform/timer.ts';
import { forgetClosedTabs } from './consoles.ts';
import { sync } from './content.ts';
import { flushOutbox } from './outbox.ts';
import { route } from './router.ts';

const SYNC_MINUTES = 6 * 60;

/**
 * The background may be stopped after any line and started again by any event. So everything is registered
 * synchronously here, and nothing that matters lives in memory.
 */
export function main(): void {
  answerCalls(route);
  forgetClosedTabs();
  onSitesChanged(() => void registerWatch());
  onInstalled(() => void arrive());
  onStartup(() => void arrive());
  onWake((name) => {
    if (name === 'sync') void refresh();
    if (name === 'outbox') void flushOutbox();
  });
}

async function arrive(): Promise<void> {
  await registerWatch();
  wakeEvery('sync', SYNC_MINUTES);
  await refresh();
  await flushOutbox();
}

async function refresh(): Promise<void> {
  await tell({ notice: 'bundle', state: await sync() });
}
