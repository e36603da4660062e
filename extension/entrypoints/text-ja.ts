import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { article } from '../../shared/ui/text/ja/article.ts';
import { common } from '../../shared/ui/text/ja/common.ts';
import { holding } from '../../shared/ui/text/ja/holding.ts';
import { walk } from '../../shared/ui/text/ja/walk.ts';
import { provide } from '../page/texts.ts';

// Put into a page before overlay.ts, which speaks one language at a time.
export default defineUnlistedScript(() => provide('ja', { common, article, walk, holding }));
