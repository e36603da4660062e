import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../../article/index.ts';
import { LiveArticleView } from '../article-view.tsx';
import { Hits, type HitView } from '../hits.tsx';
import { Icon } from '../icon.tsx';
import { useText } from '../text/context.ts';
import type { SuggestPort } from './port.ts';

interface SuggestionsProps {
  hits: HitView[];
  port: SuggestPort;
  onSeen: (id: string) => void;
  onSolved: (id: string) => void;
}

/** 추천 문서 below the summary, and the one that was opened, read in place: nobody loses what they have written. */
export function Suggestions({ hits, port, onSeen, onSolved }: SuggestionsProps) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const said = useSlow(hits.length);

  const show = (id: string) => {
    onSeen(id);
    setOpen(id);
  };
  const close = () => {
    setOpen(null);
    box.current?.querySelector<HTMLElement>('[data-hit]')?.focus();
  };
  return (
    <div ref={box}>
      <p class="gj-hidden" role="status">
        {said > 0 && t.inquiry.suggestionsFound(said)}
      </p>
      {hits.length > 0 && (
        <div class="gj-suggestions">
          <p class="gj-suggestions-title">
            <Icon name="bulb" />
            {t.inquiry.suggestions}
          </p>
          <Hits brief hits={hits} label={t.inquiry.suggestions} onOpen={(hit) => show(hit.id)} />
        </div>
      )}
      {open && (
        <Preview
          key={open}
          id={open}
          port={port}
          onOther={show}
          onClose={close}
          onSolved={() => onSolved(open)}
        />
      )}
    </div>
  );
}

/** The count as it was when typing paused: a screen reader is not interrupted at every letter. */
function useSlow(count: number): number {
  const [slow, setSlow] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(count), 1200);
    return () => clearTimeout(timer);
  }, [count]);
  return slow;
}

interface PreviewProps {
  id: string;
  port: SuggestPort;
  onOther: (id: string) => void;
  onClose: () => void;
  onSolved: () => void;
}

function Preview({ id, port, onOther, onClose, onSolved }: PreviewProps) {
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
        <p id="gj-solved">{t.inquiry.solvedAsk}</p>
        <button type="button" class="gj-button" aria-describedby="gj-solved" onClick={onSolved}>
          {t.inquiry.solvedYes}
        </button>
        <button type="button" class="gj-button gj-quiet" aria-describedby="gj-solved" onClick={onClose}>
          {t.inquiry.solvedNo}
        </button>
      </footer>
    </section>
  );
}
