import { useEffect, useRef, useState } from 'preact/hooks';
import type { Article } from '../shared/article/index.ts';
import articleCss from '../shared/ui/article.css?inline';
import { LiveArticleView, Note } from '../shared/ui/article-view.tsx';
import baseCss from '../shared/ui/base.css?inline';
import hitsCss from '../shared/ui/hits.css?inline';
import { Icon } from '../shared/ui/icon.tsx';
import type { SuggestPort } from '../shared/ui/inquiry/port.ts';
import { LanguageNote } from '../shared/ui/language-note.tsx';
import searchCss from '../shared/ui/search.css?inline';
import { SearchView } from '../shared/ui/search-view.tsx';
import { useText } from '../shared/ui/text/context.ts';
import type { Lang } from '../shared/ui/text/lang.ts';
import tokensCss from '../shared/ui/tokens.css?inline';
import { draw as drawInto, sheet } from './draw.ts';
import type { Face, GiljabiElement } from './element.ts';
import { type BundleState, useBundle } from './use-bundle.ts';
import widgetCss from './widget.css?inline';

const STYLES = sheet(tokensCss, baseCss, articleCss, hitsCss, searchCss, widgetCss);

export { clear } from './draw.ts';

export const draw: Face['draw'] = (element, root, spoken) => {
  const { lang } = spoken;
  const articles = element.getAttribute('articles');
  const view = (
    <Search {...{ element, root }} bundle={element.bundleAddress} lang={lang} articles={articles} />
  );
  return drawInto(root, spoken, STYLES, view);
};

interface SearchProps {
  element: GiljabiElement;
  root: ShadowRoot;
  bundle: string;
  lang: Lang;
  /** Address of the folder with a page per article, or null to read in place. */
  articles: string | null;
}

function Search({ element, root, bundle, lang, articles }: SearchProps) {
  const t = useText();
  // A page with a search box loads nothing for visitors who do not search.
  const [wanted, setWanted] = useState(false);
  const state = useBundle(root, wanted ? bundle : null, lang, 8);
  const [open, setOpen] = useState<string | null>(null);
  const ready = useReady(state);

  const failed = state.at === 'broken' || state.at === 'unreachable';
  useEffect(() => {
    if (failed) element.tell('problem', { code: state.code });
  }, [state]);

  const show = (id: string) => {
    if (element.tell('open', { id }) && !articles) setOpen(id);
  };
  const port = {
    find: async (query: string, options: { composing: boolean }) => (await ready()).find(query, options),
    entryOf: (id: string) => (state.at === 'ready' ? state.suggest.entryOf(id) : undefined),
  };
  return (
    <div onFocusIn={() => setWanted(true)}>
      {failed && (
        <Note tone="caution">
          <p>{state.at === 'broken' ? t.errors.bundleBroken : t.errors.bundleUnreachable}</p>
        </Note>
      )}
      {articles ? (
        <SearchView
          port={port}
          hrefOf={(id) => new URL(`${id}.html`, new URL(articles, document.baseURI)).href}
        />
      ) : (
        <div hidden={open !== null}>
          <SearchView port={port} onOpen={(hit) => show(hit.id)} />
        </div>
      )}
      {open && state.at === 'ready' && (
        <Reader
          key={open}
          id={open}
          lang={lang}
          article={state.suggest.article}
          onOther={show}
          onClose={() => setOpen(null)}
          title={state.suggest.entryOf(open)?.title ?? ''}
        />
      )}
    </div>
  );
}

type SearchOnly = Pick<SuggestPort, 'find'>;
const SILENT: SearchOnly = { find: () => [] };

/** Answers once the bundle is there; questions that are asked before wait, those about a failed one get nothing. */
function useReady(state: BundleState) {
  const waiting = useRef<((port: SearchOnly) => void)[]>([]);
  const answer: SearchOnly | null =
    state.at === 'ready' ? state.suggest : state.at === 'loading' ? null : SILENT;
  const now = useRef(answer);
  now.current = answer;
  useEffect(() => {
    if (!answer) return;
    for (const tell of waiting.current.splice(0)) tell(answer);
  }, [state]);
  return () =>
    now.current
      ? Promise.resolve(now.current)
      : new Promise<SearchOnly>((tell) => waiting.current.push(tell));
}

interface ReaderProps {
  id: string;
  /** The reader's. */
  lang: Lang;
  title: string;
  article: (id: string) => Promise<Article>;
  onOther: (id: string) => void;
  onClose: () => void;
}

function Reader({ id, lang, title, article, onOther, onClose }: ReaderProps) {
  const t = useText();
  const [text, setText] = useState<Article | 'failed' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    article(id).then(setText, () => setText('failed'));
    heading.current?.focus();
  }, [id]);
  return (
    <article class="gj-reader">
      <button type="button" class="gj-button gj-quiet" onClick={onClose}>
        <Icon name="back" />
        {t.search.results}
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {text === null && <p>{t.common.loading}…</p>}
      {text === 'failed' && <p>{t.errors.articleBroken}</p>}
      {text !== null && text !== 'failed' && (
        <>
          <LanguageNote article={text} lang={lang} />
          <LiveArticleView article={text} deeper={1} onArticle={onOther} />
        </>
      )}
    </article>
  );
}
