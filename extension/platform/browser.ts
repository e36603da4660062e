/**
 * The one place that touches the extension API. In the background and in our own pages webextension-polyfill stands behind
 * `wxt/browser` (see wxt.config.ts), so that whatever the API returns and whatever a listener answers is a promise in
 * Chromium and Firefox alike; scripts that go into a console's page have the browser's own.
 */
export { browser } from 'wxt/browser';
