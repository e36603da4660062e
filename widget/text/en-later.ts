import { article } from '../../shared/ui/text/en/article.ts';
import { outcome } from '../../shared/ui/text/en/outcome.ts';
import { search } from '../../shared/ui/text/en/search.ts';

export const en = { search, article, outcome };
