import { browser } from './browser.ts';

/** Opens the settings page, or brings the open one to the front. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();

/** The side panel's page as a tab: for browsers without side panels, and when one would not open. */
export async function openPanelPage(): Promise<void> {
  await browser.tabs.create({ url: '/sidepanel.html' });
}
