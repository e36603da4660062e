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

/** Opens it in the window in front, when nobody can say which tab that shows. @returns whether it opened */
export async function openPanelInFront(): Promise<boolean> {
  try {
    // Chromium's and Firefox's sign for the window in use.
    if (panels.sidePanel) await panels.sidePanel.open({ windowId: browser.windows?.WINDOW_ID_CURRENT ?? -2 });
    else if (panels.sidebarAction) await panels.sidebarAction.open();
    else return false;
    return true;
  } catch {
    return false;
  }
}
