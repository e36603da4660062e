import { common } from '../../shared/ui/text/ja/common.ts';
import { errors } from '../../shared/ui/text/ja/errors.ts';
import { inquiry } from '../../shared/ui/text/ja/inquiry.ts';

export const ja = { common, inquiry, errors };
