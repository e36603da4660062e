import { article } from '../../shared/ui/text/en/article.ts';
import { common } from '../../shared/ui/text/en/common.ts';
import { errors } from '../../shared/ui/text/en/errors.ts';
import { inquiry } from '../../shared/ui/text/en/inquiry.ts';
import { search } from '../../shared/ui/text/en/search.ts';

export const en = { common, search, article, inquiry, errors };
