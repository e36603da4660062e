import { useText as useSections } from '../../shared/ui/text/context.ts';
import { author as en } from '../../shared/ui/text/en/author.ts';
import { author as ja } from '../../shared/ui/text/ja/author.ts';
import { author as ko } from '../../shared/ui/text/ko/author.ts';
import { pickLang } from '../../shared/ui/text/lang.ts';
import { type WalkText, walkText } from './text.ts';

const TEXTS = { ko, en, ja };

export type AuthorText = WalkText & { author: typeof TEXTS.ko };

export const authorText = (lang: string): AuthorText =>
  ({ ...walkText(lang), author: TEXTS[pickLang([lang])] }) as AuthorText;

export const useText = () => useSections<'common' | 'article' | 'author'>();
