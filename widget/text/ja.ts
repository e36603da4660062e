import { article } from '../../shared/ui/text/ja/article.ts';
import { common } from '../../shared/ui/text/ja/common.ts';
import { errors } from '../../shared/ui/text/ja/errors.ts';
import { inquiry } from '../../shared/ui/text/ja/inquiry.ts';
import { search } from '../../shared/ui/text/ja/search.ts';

export const ja = { common, search, article, inquiry, errors };
