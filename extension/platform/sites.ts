import { browser } from './browser.ts';

const WATCH = { id: 'watch', js: ['content-scripts/watch.js'] };

/** Match patterns of the sites that the person (or the package) has granted. */
export async function grantedSites(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins;
}

/** Match patterns that came with this package: consoles that are the same for everybody, and practice ones in a practice build. */
export const packagedSites = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

export async function mayReach(origin: string): Promise<boolean> {
  // Match patterns know no port.
  const url = new URL(origin);
  return browser.permissions.contains({ origins: [`${url.protocol}//${url.hostname}/*`] });
}

let registering: Promise<void> = Promise.resolve();

/** Makes the watch script run on exactly the granted sites. Calls queue up, the last one wins. */
export function registerWatch(): Promise<void> {
  registering = registering
    .catch(() => undefined)
    .then(async () => {
      const matches = await grantedSites();
      const existing = await browser.scripting.getRegisteredContentScripts({ ids: [WATCH.id] });
      if (existing.length > 0) await browser.scripting.unregisterContentScripts({ ids: [WATCH.id] });
      if (matches.length === 0) return;
      await browser.scripting.registerContentScripts([
        { ...WATCH, matches, runAt: 'document_idle', persistAcrossSessions: true },
      ]);
    });
  return registering;
}

export function onSitesChanged(listen: () => void): void {
  browser.permissions.onAdded.addListener(listen);
  browser.permissions.onRemoved.addListener(listen);
}
