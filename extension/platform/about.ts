import { browser } from './browser.ts';

/** Version of this extension, as its manifest says. */
export const extensionVersion = (): string => browser.runtime.getManifest().version;
