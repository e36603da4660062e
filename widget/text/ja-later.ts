import { article } from '../../shared/ui/text/ja/article.ts';
import { outcome } from '../../shared/ui/text/ja/outcome.ts';
import { search } from '../../shared/ui/text/ja/search.ts';

export const ja = { search, article, outcome };
