import { browser } from './browser.ts';

// WXT types getURL by the list of packaged files, which is known only after a build.
const runtime = browser.runtime as unknown as { id: string; getURL(path: string): string };

/** Address of a file inside the package. */
export const asset = (path: string): string => runtime.getURL(`/${path}`);

/** Origin of our own pages: `chrome-extension://<id>`. */
export const ownOrigin = (): string => new URL(asset('')).origin;
