import { article } from '../../shared/ui/text/ko/article.ts';
import { outcome } from '../../shared/ui/text/ko/outcome.ts';
import { search } from '../../shared/ui/text/ko/search.ts';

export const ko = { search, article, outcome };
