import { browser } from './browser.ts';

/** Key that opens the popup as the browser has it now (the person may have changed it); '' for none. */
export async function popupShortcut(): Promise<string> {
  const all = await browser.commands?.getAll().catch(() => []);
  return all?.find(({ name }) => name === '_execute_action')?.shortcut ?? '';
}

/** What starts a search in the address bar; null in a browser that has none. */
export function omniboxKeyword(): string | null {
  const { omnibox } = browser.runtime.getManifest() as { omnibox?: { keyword: string } };
  return omnibox?.keyword ?? null;
}
