import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { article } from '../../shared/ui/text/ko/article.ts';
import { common } from '../../shared/ui/text/ko/common.ts';
import { holding } from '../../shared/ui/text/ko/holding.ts';
import { walk } from '../../shared/ui/text/ko/walk.ts';
import { provide } from '../page/texts.ts';

// Put into a page before overlay.ts, which speaks one language at a time.
export default defineUnlistedScript(() => provide('ko', { common, article, walk, holding }));
