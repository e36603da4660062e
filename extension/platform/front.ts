import { browser } from './browser.ts';

/**
 * Tells when another tab may be in front, or the one in front has loaded something else. Needs no permission:
 * addresses are not read here.
 */
export function onFrontChanged(listen: () => void, signal: AbortSignal): void {
  const activated = () => listen();
  const updated = (_tab: number, change: { status?: string }) => {
    if (change.status === 'complete') listen();
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  browser.windows?.onFocusChanged.addListener(activated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
    browser.windows?.onFocusChanged.removeListener(activated);
  });
}
