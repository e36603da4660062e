import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../../article/index.ts';
import { LiveArticleView } from '../article-view.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text/context.ts';
import type { SuggestPort } from './port.ts';

export interface PreviewProps {
  id: string;
  port: SuggestPort;
  onOther: (id: string) => void;
  onClose: () => void;
  onSolved: () => void;
}

/** A suggested document, read in place, and the question whether that was enough. */
export function Preview({ id, port, onOther, onClose, onSolved }: PreviewProps) {
  const t = useText();
  const [article, setArticle] = useState<Article | 'failed' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    let gone = false;
    const show = (result: Article | 'failed') => !gone && setArticle(result);
    port.article(id).then(show, () => show('failed'));
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      gone = true;
    };
  }, [id]);
  const title = port.entryOf(id)?.title ?? '';
  return (
    <section class="gj-preview" aria-label={title} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button
          type="button"
          class="gj-button gj-quiet gj-bare"
          aria-label={t.common.close}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it */}
      <div class="gj-preview-body" tabIndex={0}>
        {article === null && <p>{t.common.loading}…</p>}
        {article === 'failed' && <p>{t.errors.articleBroken}</p>}
        {article !== null && article !== 'failed' && (
          <LiveArticleView article={article} deeper={1} onArticle={onOther} />
        )}
      </div>
      <footer>
        <p id="gj-solved">{t.outcome.solvedAsk}</p>
        <button type="button" class="gj-button" aria-describedby="gj-solved" onClick={onSolved}>
          {t.outcome.solvedYes}
        </button>
        <button type="button" class="gj-button gj-quiet" aria-describedby="gj-solved" onClick={onClose}>
          {t.outcome.solvedNo}
        </button>
      </footer>
    </section>
  );
}
