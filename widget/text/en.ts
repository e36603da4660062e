import { common } from '../../shared/ui/text/en/common.ts';
import { errors } from '../../shared/ui/text/en/errors.ts';
import { inquiry } from '../../shared/ui/text/en/inquiry.ts';

export const en = { common, inquiry, errors };
