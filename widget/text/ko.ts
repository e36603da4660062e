import { common } from '../../shared/ui/text/ko/common.ts';
import { errors } from '../../shared/ui/text/ko/errors.ts';
import { inquiry } from '../../shared/ui/text/ko/inquiry.ts';

export const ko = { common, inquiry, errors };
