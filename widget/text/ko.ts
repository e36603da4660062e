import { article } from '../../shared/ui/text/ko/article.ts';
import { common } from '../../shared/ui/text/ko/common.ts';
import { errors } from '../../shared/ui/text/ko/errors.ts';
import { inquiry } from '../../shared/ui/text/ko/inquiry.ts';
import { search } from '../../shared/ui/text/ko/search.ts';

export const ko = { common, search, article, inquiry, errors };
