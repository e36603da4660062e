import { useText as useSections } from '../../shared/ui/text/context.ts';
import { article as articleEn } from '../../shared/ui/text/en/article.ts';
import { common as commonEn } from '../../shared/ui/text/en/common.ts';
import { holding as holdingEn } from '../../shared/ui/text/en/holding.ts';
import { walk as walkEn } from '../../shared/ui/text/en/walk.ts';
import { article as articleJa } from '../../shared/ui/text/ja/article.ts';
import { common as commonJa } from '../../shared/ui/text/ja/common.ts';
import { holding as holdingJa } from '../../shared/ui/text/ja/holding.ts';
import { walk as walkJa } from '../../shared/ui/text/ja/walk.ts';
import { article } from '../../shared/ui/text/ko/article.ts';
import { common } from '../../shared/ui/text/ko/common.ts';
import { holding } from '../../shared/ui/text/ko/holding.ts';
import type { Text } from '../../shared/ui/text/ko/index.ts';
import { walk } from '../../shared/ui/text/ko/walk.ts';
import { pickLang } from '../../shared/ui/text/lang.ts';

/** The sections that the overlay shows. It is one script in somebody else's page, so it carries no others. */
export type WalkText = Pick<Text, 'common' | 'article' | 'walk' | 'holding'>;

const TEXTS = {
  ko: { common, article, walk, holding },
  en: { common: commonEn, article: articleEn, walk: walkEn, holding: holdingEn },
  ja: { common: commonJa, article: articleJa, walk: walkJa, holding: holdingJa },
};

/** The overlay's texts in a language (BCP 47 tag); Korean when we do not speak it. */
export const walkText = (lang: string): WalkText => TEXTS[pickLang([lang])];

export const useText = () => useSections<keyof WalkText>();
