import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startOverlay } from '../page/start.ts';

// Put into a page only while somebody follows a guide there.
export default defineUnlistedScript(() => startOverlay());
