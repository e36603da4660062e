import { answerCalls } from '../platform/calls.ts';
import { onInstalled, onStartup } from '../platform/lifecycle.ts';
import { openPanel } from '../platform/panels.ts';
import { onCommand } from '../platform/shortcut.ts';
import { grantedSites, mayReach, onSitesChanged, registerWatch } from '../platform/sites.ts';
import { frontTab, inject, tabsAt, tell } from '../platform/tabs.ts';
import { onWake, wakeEvery } from '../platform/timer.ts';
import { forgetClosedTabs } from './consoles.ts';
import { sync } from './content.ts';
import { listenToOmnibox } from './omnibox.ts';
import { flushOutbox } from './outbox.ts';
import { route } from './router.ts';
import { compare } from './walks.ts';

const SYNC_MINUTES = 6 * 60;

/**
 * The background may be stopped after any line and started again by any event. So everything is registered
 * synchronously here, and nothing that matters lives in memory.
 */
export function main(): void {
  answerCalls(route, (name, caller) => {
    if (name === 'panel/open' && caller.kind === 'page') void openPanel(caller.tab);
  });
  listenToOmnibox();
  forgetClosedTabs();
  onSitesChanged(() => void welcome());
  onInstalled(() => void arrive().then(takeOver));
  onStartup(() => void arrive());
  onCommand((command) => {
    if (command === 'swap-focus') void swapFocus();
  });
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

/**
 * Pages that are open already know nothing of an extension that was just installed, and what an updated one left in
 * them has lost its background. Each is greeted anew, and a walkthrough goes on where it was.
 */
async function takeOver(): Promise<void> {
  const tabs = await tabsAt(await grantedSites());
  await Promise.all(tabs.map((tab) => inject(tab, '/content-scripts/watch.js')));
}

/** To the tab in front, where a card of ours may be. */
async function swapFocus(): Promise<void> {
  const tab = await frontTab();
  if (tab) await tell({ notice: 'swap-focus' }, [tab.id]);
}

/** A site was granted or taken away. The page in front may be the new one, and has loaded already. */
async function welcome(): Promise<void> {
  await registerWatch();
  const tab = await frontTab();
  if (tab?.url && (await mayReach(new URL(tab.url).origin).catch(() => false)))
    await inject(tab.id, '/content-scripts/watch.js');
}

async function refresh(): Promise<void> {
  await tell({ notice: 'bundle', state: await sync() });
  await compare();
}
