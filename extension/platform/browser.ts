/**
 * The one place that touches the extension API. Manifest V3 promises in Chromium and Firefox alike; what differs is said
 * where it does. A polyfill would be in every page of a console.
 */
export { browser } from 'wxt/browser';
