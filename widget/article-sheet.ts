import articleCss from '../shared/ui/article.css?inline';
import previewCss from '../shared/ui/inquiry/preview.css?inline';
import { sheet } from './draw.ts';

/** How documents look inside the form. */
export const ARTICLE_SHEET = sheet(articleCss, previewCss);
