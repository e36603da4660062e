import { defineContentScript } from 'wxt/utils/define-content-script';
import { watch } from '../page/watch.ts';

// Registered at run time, on granted sites only (extension/platform/sites.ts).
export default defineContentScript({ registration: 'runtime', main: () => watch() });
