import { useRef } from 'preact/hooks';
import type { Article, Block } from '../article/index.ts';
import { type BlockRules, Blocks } from './article-blocks.tsx';

export type { BlockRules } from './article-blocks.tsx';
export { Note } from './article-blocks.tsx';
export { Inlines, Label, type LinkRules } from './article-inline.tsx';

/**
 * The body of an article: node by node into elements, nothing else. The title is the face's own business, because it is
 * an h1 on a page and the title of a card elsewhere.
 */
export function ArticleView({
  article,
  ...rules
}: { article: Pick<Article, 'blocks' | 'lang'> } & BlockRules) {
  return (
    <div class="gj-article" lang={article.lang}>
      <Blocks blocks={article.blocks} rules={rules} />
    </div>
  );
}

/** Like `ArticleView` for faces in a shadow root: `#fragment` links scroll to their heading by hand. */
export function LiveArticleView(props: { article: Pick<Article, 'blocks' | 'lang'> } & BlockRules) {
  const box = useRef<HTMLDivElement>(null);
  const jump = (id: string) => {
    const heading = box.current?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <div ref={box}>
      <ArticleView onFragment={jump} {...props} />
    </div>
  );
}

/** Headings of the first level, for a table of contents. */
export function contentsOf(blocks: readonly Block[]): Extract<Block, { t: 'heading' }>[] {
  return blocks.filter(
    (block): block is Extract<Block, { t: 'heading' }> => block.t === 'heading' && block.level === 2,
  );
}
