import { browser } from './browser.ts';

/** Also after an update of the extension. */
export const onInstalled = (listen: () => void): void =>
  browser.runtime.onInstalled.addListener(() => listen());
export const onStartup = (listen: () => void): void => browser.runtime.onStartup.addListener(() => listen());
