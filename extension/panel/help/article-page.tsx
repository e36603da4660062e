import { useEffect, useRef } from 'preact/hooks';
import type { Catalogue } from '../../../shared/bundle/index.ts';
import { ArticleView } from '../../../shared/ui/article-view.tsx';
import { Hits } from '../../../shared/ui/hits.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { LanguageNote } from '../../../shared/ui/language-note.tsx';
import { call } from '../../platform/messages.ts';
import { day } from '../data/dates.ts';
import { consoleOf, entryOf, guidesOfArticle, said } from '../data/lists.ts';
import type { Place } from '../data/reading.ts';
import { Nothing } from '../parts/nothing.tsx';
import { PinIcon } from '../parts/page-icons.tsx';
import { Waiting } from '../parts/waiting.tsx';
import { useLanguage } from '../state/lang-context.ts';
import { usePinned } from '../state/use-at-hand.ts';
import { useLoad } from '../state/use-load.ts';
import { useText } from '../state/use-text.ts';
import { ArticleGuides } from './article-guides.tsx';

export interface ArticlePageProps {
  place: Place;
  catalogue: Catalogue;
  console: string | null;
  busy: boolean;
  onBack(): void;
  onOpen(article: string, fragment?: string): void;
  onStart(guide: string): void;
}

/** A document in place of the list. What the catalogue knows stands at once; the text follows below it. */
export function ArticlePage({ place, catalogue, console, busy, onBack, onOpen, onStart }: ArticlePageProps) {
  const t = useText();
  const lang = useLanguage();
  const box = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const entry = entryOf(catalogue, place.article);
  const [loaded, again] = useLoad(() => call('content/article', { id: place.article }), place.article);
  const [pinned, turnPin] = usePinned();
  const isPinned = pinned.includes(place.article);
  const guides = guidesOfArticle(catalogue, place.article);
  const of = consoleOf(catalogue, entry?.console ?? null);

  const jump = (id: string): boolean => {
    const target = id ? box.current?.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`) : null;
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
    return Boolean(target);
  };
  useEffect(() => {
    box.current?.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [place.article]);
  useEffect(() => {
    if (loaded.state === 'ready') jump(place.fragment);
  }, [loaded.state, place]);

  const related = (loaded.value?.related ?? []).flatMap((id) => entryOf(catalogue, id) ?? []);
  return (
    <article
      class="gp-article gp-scroll"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onBack();
      }}
    >
      <p class="gp-article-bar">
        <button type="button" class="gj-button gj-quiet gp-back" onClick={onBack}>
          <Icon name="back" />
          {t.common.back}
        </button>
        {entry && (
          <button
            type="button"
            class="gj-button gj-quiet gp-back gp-right gp-pin"
            aria-pressed={isPinned}
            onClick={() => turnPin(place.article)}
          >
            <PinIcon />
            {isPinned ? t.panel.mine.unpin : t.panel.mine.pin}
          </button>
        )}
      </p>
      <div class="gp-article-inner">
        {entry ? (
          <>
            <h1 ref={heading} tabIndex={-1}>
              {entry.title}
            </h1>
            <p class="gp-article-facts">
              {of && <span class="gj-tag">{said(of.name, lang)}</span>}
              <span>{t.article[entry.audience]}</span>
              <span>{t.article.updated(day(entry.updated, lang))}</span>
            </p>
            {guides.length > 0 && (
              <ArticleGuides title={entry.title} {...{ guides, catalogue, console, busy, onStart }} />
            )}
          </>
        ) : (
          <Nothing icon="file" title={t.article.missing} alert />
        )}
        {entry && loaded.state === 'loading' && <Waiting lines={6} />}
        {entry && loaded.state === 'failed' && (
          <Nothing icon="warn" title={t.errors.articleBroken} alert>
            <button type="button" class="gj-button" onClick={again}>
              {t.common.retry}
            </button>
          </Nothing>
        )}
        {loaded.value && <LanguageNote article={loaded.value} lang={lang} />}
        {loaded.value && (
          <ArticleView
            article={loaded.value}
            onArticle={onOpen}
            onFragment={jump}
            imageOf={(src) => (src.startsWith('https:') ? src : null)}
          />
        )}
        {related.length > 0 && (
          <section class="gp-related">
            <h2 class="gp-heading">{t.article.related}</h2>
            <Hits
              brief
              label={t.article.related}
              hits={related.map(({ id, title }) => ({ id, title, ranges: { title: [] } }))}
              onOpen={(hit) => onOpen(hit.id)}
            />
          </section>
        )}
      </div>
    </article>
  );
}
