import { browser } from './browser.ts';

/** Version of this extension, as its manifest says. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;

/** Opens the settings page, or brings the open one to the front. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
