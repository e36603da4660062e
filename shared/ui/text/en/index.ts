import type { Text } from '../ko/index.ts';
import { article } from './article.ts';
import { asking } from './asking.ts';
import { author } from './author.ts';
import { common } from './common.ts';
import { errors } from './errors.ts';
import { holding } from './holding.ts';
import { inquiry } from './inquiry.ts';
import { lounge } from './lounge.ts';
import { outcome } from './outcome.ts';
import { panel } from './panel.ts';
import { search } from './search.ts';
import { waiting } from './waiting.ts';
import { walk } from './walk.ts';

export const en: Text = {
  common,
  search,
  article,
  walk,
  author,
  holding,
  panel,
  inquiry,
  outcome,
  asking,
  waiting,
  lounge,
  errors,
};
