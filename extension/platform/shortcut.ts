import { browser } from './browser.ts';

/** Commands of the manifest. */
export type Command = '_execute_action' | 'swap-focus';

/** Key of a command as the browser has it now (the person may have changed it); '' for none. */
export async function shortcutOf(command: Command): Promise<string> {
  const all = await browser.commands?.getAll().catch(() => []);
  return all?.find(({ name }) => name === command)?.shortcut ?? '';
}

/** The key that opens the popup. */
export const popupShortcut = (): Promise<string> => shortcutOf('_execute_action');

export const onCommand = (listen: (command: Command) => void): void =>
  browser.commands?.onCommand.addListener((name) => listen(name as Command));

/** What starts a search in the address bar; null in a browser that has none. */
export function omniboxKeyword(): string | null {
  const { omnibox } = browser.runtime.getManifest() as { omnibox?: { keyword: string } };
  return omnibox?.keyword ?? null;
}
