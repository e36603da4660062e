import { browser } from './browser.ts';
import type { Notice } from './messages.ts';

export interface Tab {
  id: number;
  url: string | null;
}

/** The tab in front of the person; its address only where we may see it. */
export async function frontTab(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Open tabs at addresses that we may see. */
export async function tabsAt(patterns: string[]): Promise<number[]> {
  if (patterns.length === 0) return [];
  const tabs = await browser.tabs.query({ url: patterns });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/**
 * Puts packaged scripts into a tab, one after the other, into every frame that we may work in.
 * @returns false where we may not work at all, or where the tab is gone
 */
export async function inject(tab: number, ...files: string[]): Promise<boolean> {
  const into = (allFrames: boolean) =>
    browser.scripting.executeScript({ target: { tabId: tab, allFrames }, files: files as never });
  try {
    // A frame that goes away meanwhile, or is somebody else's, must not cost us the page itself.
    await into(true).catch(() => into(false));
    return true;
  } catch {
    return false;
  }
}

/** To one frame of a tab; whoever does not listen does not matter. */
export async function tellFrame(tab: number, frame: number, notice: Notice): Promise<void> {
  await browser.tabs.sendMessage(tab, notice, { frameId: frame }).catch(() => undefined);
}

/** To every page of ours that is open, and to the given tabs; whoever does not listen does not matter. */
export async function tell(notice: Notice, tabs: readonly number[] = []): Promise<void> {
  await Promise.all([
    browser.runtime.sendMessage(notice).catch(() => undefined),
    ...tabs.map((tab) => browser.tabs.sendMessage(tab, notice).catch(() => undefined)),
  ]);
}

export const onTabRemoved = (listen: (tab: number) => void): void =>
  browser.tabs.onRemoved.addListener(listen);

/** A sign on the toolbar button that something needs a look; the number comes back with the next page. */
export async function alarm(tab: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#b3261e', tabId: tab });
  await browser.action.setBadgeText({ tabId: tab, text: '!' }).catch(() => undefined);
}

/** A small number on the toolbar button while this tab shows a console; nothing elsewhere. */
export async function badge(tab: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#0b6e69' });
  await browser.action
    .setBadgeText({ tabId: tab, text: count > 0 ? String(count) : '' })
    .catch(() => undefined);
}
