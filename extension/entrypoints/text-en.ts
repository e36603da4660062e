import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { article } from '../../shared/ui/text/en/article.ts';
import { common } from '../../shared/ui/text/en/common.ts';
import { holding } from '../../shared/ui/text/en/holding.ts';
import { walk } from '../../shared/ui/text/en/walk.ts';
import { provide } from '../page/texts.ts';

// Put into a page before overlay.ts, which speaks one language at a time.
export default defineUnlistedScript(() => provide('en', { common, article, walk, holding }));
