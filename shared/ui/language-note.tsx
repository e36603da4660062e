import type { Article } from '../article/index.ts';
import { Note } from './article-blocks.tsx';
import { useText } from './text/context.ts';
import type { Lang } from './text/lang.ts';

/**
 * Said above an article that is not in the reader's language, or is a translation that its original has outrun: nobody
 * is left to wonder why the page changes its language, or why the screen differs.
 */
export function LanguageNote({ article, lang }: { article: Pick<Article, 'lang' | 'outdated'>; lang: Lang }) {
  const { article: words } = useText();
  const foreign = article.lang !== lang;
  if (!foreign && !article.outdated) return null;
  return (
    <div class="gj-language-note" lang={lang}>
      <Note tone="note">
        <p>{foreign ? words.onlyIn(words.languages[article.lang] ?? article.lang) : words.outdated}</p>
      </Note>
    </div>
  );
}
