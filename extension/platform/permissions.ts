import { browser } from './browser.ts';

/** Match patterns know no port. */
const patternOf = (origin: string): string => {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
};

/**
 * Asks the person, through the browser's own prompt, to let us work on a site. Browsers allow it only while
 * they handle a person's own click, so nothing may be awaited before this.
 * @returns whether it was granted
 */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}

/**
 * Gives a granted site back.
 * @param pattern a match pattern as `grantedSites` lists it
 * @returns false for a site that belongs to the package and cannot be given back
 */
export async function releaseSite(pattern: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [pattern] });
  } catch {
    return false;
  }
}

/** Calls `listen` whenever a site is granted or given back, until `signal` aborts. */
export function watchSites(listen: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  // A listener with arguments of its own would not fit both events.
  const listener = () => listen();
  onAdded.addListener(listener);
  onRemoved.addListener(listener);
  signal.addEventListener('abort', () => {
    onAdded.removeListener(listener);
    onRemoved.removeListener(listener);
  });
}
