/**
 * The one place that touches the extension API. webextension-polyfill stands behind `wxt/browser` (see
 * wxt.config.ts), so that every call returns a promise in Chromium and Firefox alike.
 */
export { browser } from 'wxt/browser';
