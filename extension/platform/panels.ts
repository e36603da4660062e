import { browser } from './browser.ts';

interface Panels {
  /** Chromium */
  sidePanel?: { open(where: { tabId?: number; windowId?: number }): Promise<void> };
  /** Firefox */
  sidebarAction?: { open(): Promise<void> };
}

const panels = browser as unknown as Panels;

/**
 * Opens the side panel beside a tab. Browsers allow it only while they handle a person's own click.
 * @returns whether it opened
 */
export async function openPanel(tab: number): Promise<boolean> {
  try {
    if (panels.sidePanel) await panels.sidePanel.open({ tabId: tab });
    else if (panels.sidebarAction) await panels.sidebarAction.open();
    else return false;
    return true;
  } catch {
    return false;
  }
}
